import { MASK, maskSecrets } from './maskSecrets';

describe('maskSecrets', () => {
  it.each([
    'password',
    'dbPassword',
    'client_secret',
    'API-KEY',
    'apiKey',
    'Authorization',
    'access_token',
    'token',
    'pwd',
    'privateKey',
  ])('masks what stands under %s', key => {
    expect(maskSecrets({ outer: [{ [key]: 'x1' }] })).toEqual({
      outer: [{ [key]: MASK }],
    });
  });

  it.each([
    ['version', 'v1.4.2'],
    ['tokens', 3],
    ['author', 'anna'],
    ['keyboard', 'de'],
    ['artifactDigest', `sha256:${'a'.repeat(64)}`],
    ['url', 'https://ci.example.com/runs/1?tab=log'],
    ['text', 'the bearer of this news'],
  ])('leaves %s: %s alone', (key, value) => {
    expect(maskSecrets({ [key]: value })).toEqual({ [key]: value });
  });

  it.each([
    [
      'a private key (RFC 7468)',
      'before -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- after',
      `before ${MASK} after`,
    ],
    [
      'a private key that was cut off',
      'x -----BEGIN PRIVATE KEY-----\nMIIE',
      `x ${MASK}`,
    ],
    [
      'a bearer token (RFC 6750)',
      'curl -H "Authorization: Bearer mF_9.B5f-4.1JqMabcdef"',
      `curl -H "Authorization: ${MASK}"`,
    ],
    [
      'a JSON web token (RFC 7519)',
      'got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl ok',
      `got ${MASK} ok`,
    ],
    ['a vendor key', `ghp_${'a1B2'.repeat(9)}`, MASK],
    [
      'user and password in an address',
      'postgres://app:hunter2@db:5432/bank',
      `postgres://${MASK}@db:5432/bank`,
    ],
  ])('masks %s inside a text', (_, text, masked) => {
    expect(maskSecrets({ log: [text] })).toEqual({ log: [masked] });
  });

  it('keeps certificates, which are public', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----';
    expect(maskSecrets(pem)).toBe(pem);
  });

  it('keeps everything that is not text', () => {
    const value = { a: 1, b: true, c: null, d: [2, { e: false }] };
    expect(maskSecrets(value)).toEqual(value);
  });

  it('changes nothing the second time', () => {
    const once = maskSecrets({ token: 'x', log: 'Bearer abcdefghijklmnop1' });
    expect(maskSecrets(once)).toEqual(once);
  });
});
