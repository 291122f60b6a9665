import { generateKeyPairSync } from 'node:crypto';
import { readSigningKey } from './readSigningKey';

const PATH = 'continuity.signing';
const pem = generateKeyPairSync('ed25519')
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

describe('continuity.signing', () => {
  it('may be absent, or hold a private key', () => {
    expect(readSigningKey(undefined, PATH)).toEqual({ settings: {} });
    expect(readSigningKey({ privateKey: pem }, PATH)).toMatchObject({
      settings: {
        signingKey: { keyId: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    });
  });

  it.each([
    ['nothing', {}, 'continuity.signing.privateKey'],
    ['no object', 'secret', 'continuity.signing.privateKey'],
    [
      'half a key',
      { privateKey: pem.slice(0, 60) },
      'continuity.signing.privateKey',
    ],
    ['no text', { privateKey: 7 }, 'continuity.signing.privateKey'],
    ['a typo', { privatekey: pem }, 'continuity.signing.privatekey'],
  ])(
    'that is %s is refused by its path, without being shown',
    (_, raw, path) => {
      const read = readSigningKey(raw, PATH);
      expect(read).toMatchObject({ problems: [{ path }] });
      expect(JSON.stringify(read)).not.toContain(
        pem.split('\n')[1].slice(0, 20),
      );
      expect(JSON.stringify(read)).not.toContain('secret');
    },
  );
});
