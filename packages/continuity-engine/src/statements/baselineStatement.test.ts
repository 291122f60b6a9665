import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { canonicalize } from '../ledger';
import { encodeBase64 } from './base64';
import {
  makeBaselineStatement,
  verifyBaselineStatement,
} from './baselineStatement';
import { preAuthEncoding } from './preAuthEncoding';
import { STATEMENT_PAYLOAD_TYPE, type TrustedKey } from './types';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key: TrustedKey = {
  keyId: 'k',
  verifies: (message, signature) => verify(null, message, publicKey, signature),
};
const stranger: TrustedKey = { keyId: 's', verifies: () => false };

const DIGEST = `sha256:${'a'.repeat(64)}`;
const predicate = {
  id: '4f2b0a3c-0c58-4c5e-9a53-2f1d7b6a9e01',
  entity: 'component:default/payments-api',
  environment: 'production',
  region: 'eu-west-1',
  version: 4,
  change: '5f2b0a3c-0c58-4c5e-9a53-2f1d7b6a9e01',
  promotedBy: 'user:default/anna',
  promotedAt: '2026-11-01T00:00:00.000Z',
};
const expected = {
  entity: predicate.entity,
  environment: predicate.environment,
  region: predicate.region,
  digest: DIGEST,
};

const sealed = (
  statement: unknown = makeBaselineStatement(predicate, DIGEST),
  text = canonicalize(statement),
) => {
  const payload = new TextEncoder().encode(text);
  const message = preAuthEncoding(STATEMENT_PAYLOAD_TYPE, payload);
  return JSON.stringify({
    payloadType: STATEMENT_PAYLOAD_TYPE,
    payload: encodeBase64(payload),
    signatures: [{ sig: encodeBase64(sign(null, message, privateKey)) }],
  });
};

const codes = (
  text: string,
  keys: TrustedKey[],
  change: Partial<typeof expected> & { version?: number } = {},
) => {
  const result = verifyBaselineStatement(text, keys, {
    ...expected,
    ...change,
  });
  return result.ok ? ['ok'] : result.refusals.map(({ code }) => code);
};

it('is believed when a trusted key signed it for just that', () => {
  expect(codes(sealed(), [stranger, key])).toEqual(['ok']);
  expect(codes(sealed(), [key], { version: 4 })).toEqual(['ok']);
});

it.each<[string, string, Parameters<typeof codes>[2], string]>([
  ['other objects', sealed(), { digest: `sha256:${'b'.repeat(64)}` }, 'digest'],
  ['another service', sealed(), { entity: 'component:default/x' }, 'entity'],
  ['another environment', sealed(), { environment: 'staging' }, 'entity'],
  ['another region', sealed(), { region: undefined }, 'entity'],
  ['another version', sealed(), { version: 3 }, 'statement'],
  [
    'something else that was signed',
    sealed({
      ...makeBaselineStatement(predicate, DIGEST),
      predicateType: 'https://continuity.dev/gate-decision/v1',
    }),
    {},
    'statement',
  ],
  [
    'a text that is not canonical',
    sealed(
      undefined,
      JSON.stringify(makeBaselineStatement(predicate, DIGEST), null, 1),
    ),
    {},
    'statement',
  ],
  [
    'a subject that is not what it says',
    sealed({
      ...makeBaselineStatement(predicate, DIGEST),
      subject: [{ name: 'x', digest: { sha256: 'a'.repeat(64) } }],
    }),
    {},
    'entity',
  ],
  ['nonsense', 'x', {}, 'envelope'],
])('is refused for %s', (_, text, change, code) => {
  expect(codes(text, [key], change)).toEqual([code]);
});

it('is refused when nobody trusted signed it, or it was altered since', () => {
  expect(codes(sealed(), [stranger])).toEqual(['signature']);
  const envelope = JSON.parse(sealed());
  const payload = encodeBase64(
    new TextEncoder().encode(
      canonicalize(makeBaselineStatement({ ...predicate, version: 5 }, DIGEST)),
    ),
  );
  expect(codes(JSON.stringify({ ...envelope, payload }), [key])).toEqual([
    'signature',
  ]);
});
