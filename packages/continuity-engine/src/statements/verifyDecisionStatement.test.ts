import {
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import fc from 'fast-check';
import { canonicalize } from '../ledger';
import { encodeBase64 } from './base64';
import { makeDecisionStatement } from './makeDecisionStatement';
import { parseEnvelope } from './parseEnvelope';
import { preAuthEncoding } from './preAuthEncoding';
import {
  STATEMENT_PAYLOAD_TYPE,
  type Envelope,
  type TrustedKey,
} from './types';
import { verifyDecisionStatement } from './verifyDecisionStatement';

const ENTITY = 'component:default/payments-api';
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const AT = Date.parse('2026-11-30T12:00:00Z');
const MINUTE = 60_000;

const iso = (moment: number) => new Date(moment).toISOString();

const ours = generateKeyPairSync('ed25519');
const theirs = generateKeyPairSync('ed25519');

function trusted(key: KeyObject, keyId: string): TrustedKey {
  return {
    keyId,
    verifies: (message, signature) => verify(null, message, key, signature),
  };
}

const OURS = trusted(ours.publicKey, 'ours');
const THEIRS = trusted(theirs.publicKey, 'theirs');

type Decision = Parameters<typeof makeDecisionStatement>[0];

function decision(parts: Partial<Decision> = {}): Decision {
  return {
    id: '0b6f2d57-8d4c-4a40-9d1b-0a2e8f6f7c11',
    dryRun: false,
    verdict: 'allow',
    request: {
      entity: ENTITY,
      environment: 'production',
      class: 'standard',
      artifactDigest: DIGEST,
      at: iso(AT),
    },
    reasons: [
      { rule: 'policy:plain', verdict: 'allow', explanation: 'Nothing closes' },
    ],
    decidedAt: iso(AT),
    decidedBy: 'service:pipeline',
    validUntil: iso(AT + 15 * MINUTE),
    ...parts,
  };
}

function asking(request: Partial<Decision['request']>): Partial<Decision> {
  return { request: { ...decision().request, ...request } };
}

const LEDGER = { index: 41, leafHash: 'cd'.repeat(32) };

const statementOf = (parts: Partial<Decision> = {}) =>
  canonicalize(makeDecisionStatement(decision(parts), LEDGER));

function seal(
  payload: Uint8Array,
  { key = ours.privateKey, keyid = 'ours', type = STATEMENT_PAYLOAD_TYPE } = {},
): Envelope {
  return {
    payloadType: type,
    payload: encodeBase64(payload),
    signatures: [
      {
        keyid,
        sig: encodeBase64(sign(null, preAuthEncoding(type, payload), key)),
      },
    ],
  };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

const sealed = (parts: Partial<Decision> = {}) =>
  seal(utf8(statementOf(parts)));

const EXPECTED = {
  entity: ENTITY,
  environment: 'production',
  digest: DIGEST,
  now: AT + MINUTE,
};

function check(
  envelope: Envelope | string,
  expected: Partial<typeof EXPECTED> & { region?: string } = {},
  keys = [OURS],
) {
  return verifyDecisionStatement(
    typeof envelope === 'string' ? envelope : JSON.stringify(envelope),
    keys,
    { ...EXPECTED, ...expected },
  );
}

const codes = (result: ReturnType<typeof check>) =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

describe('a signed decision', () => {
  it('opens what it was made for, and says what was recorded', () => {
    const result = check(sealed());
    expect(result).toMatchObject({
      ok: true,
      keyId: 'ours',
      statement: {
        _type: 'https://in-toto.io/Statement/v1',
        subject: [{ name: ENTITY, digest: { sha256: 'ab'.repeat(32) } }],
        predicateType: 'https://continuity.dev/gate-decision/v1',
        predicate: { ledger: LEDGER, validUntil: iso(AT + 15 * MINUTE) },
      },
    });
  });

  it('names the entity in its environment when no artifact was asked about', () => {
    const { artifactDigest, ...request } = decision().request;
    const envelope = sealed({ request });
    const result = check(envelope, { digest: undefined });
    expect(result).toMatchObject({
      ok: true,
      statement: { subject: [{ name: `${ENTITY}@production` }] },
    });
    expect(codes(check(envelope))).toEqual(['digest']);
  });

  it('is not made of a dry run', () => {
    expect(() => statementOf({ dryRun: true })).toThrow('dry run');
    expect(() => statementOf({ id: undefined })).toThrow('dry run');
  });

  it.each<[string, Partial<Decision>, object, string[]]>([
    ['another entity', {}, { entity: 'component:default/x' }, ['entity']],
    ['another environment', {}, { environment: 'staging' }, ['environment']],
    [
      'another artifact',
      {},
      { digest: `sha256:${'0'.repeat(64)}` },
      ['digest'],
    ],
    ['one region for all', asking({ region: 'eu-1' }), {}, ['region']],
    ['all regions for one', {}, { region: 'eu-1' }, ['region']],
    [
      'another region',
      asking({ region: 'eu-1' }),
      { region: 'eu-2' },
      ['region'],
    ],
    ['the end of its time', {}, { now: AT + 15 * MINUTE }, ['expired']],
    ['long after', {}, { now: AT + 1e10 }, ['expired']],
    ['before it was asked', {}, { now: AT - 2 * MINUTE }, ['not-yet']],
    [
      'today, asked about next week',
      {
        ...asking({ at: iso(AT + 7 * 1440 * MINUTE) }),
        validUntil: iso(AT + 7 * 1440 * MINUTE + MINUTE),
      },
      {},
      ['not-yet'],
    ],
    [
      'a deny',
      {
        verdict: 'deny',
        reasons: [{ rule: 'x', verdict: 'deny', explanation: 'Closed' }],
      },
      {},
      ['verdict'],
    ],
    [
      'an approval that is missing',
      {
        verdict: 'needs-approval',
        reasons: [{ rule: 'x', verdict: 'needs-approval', explanation: 'Ask' }],
      },
      {},
      ['verdict'],
    ],
    [
      'an allow with a reason against it',
      { reasons: [{ rule: 'x', verdict: 'deny', explanation: 'Closed' }] },
      {},
      ['statement'],
    ],
  ])('is refused for %s', (_, parts, expected, refusals) => {
    const result = check(sealed(parts), expected);
    expect(codes(result)).toEqual(refusals);
    if (result.ok) throw new Error('it was taken');
    for (const { why, next } of result.refusals) {
      expect(why).toMatch(/\S/);
      expect(next).toMatch(/\S/);
    }
  });

  it('has a message of its own for each refusal', () => {
    const results = [
      check(sealed(), { entity: 'component:default/x' }),
      check(sealed(), { environment: 'staging' }),
      check(sealed(), { region: 'eu-1' }),
      check(sealed(), { digest: `sha256:${'0'.repeat(64)}` }),
      check(sealed(), { now: AT + 1e10 }),
      check(sealed(), { now: 0 }),
      check(sealed(), {}, [THEIRS]),
      check(seal(utf8('{}'), { keyid: 'ours', key: theirs.privateKey })),
    ];
    const whys = results.flatMap(result =>
      result.ok ? [] : result.refusals.map(({ why }) => why),
    );
    expect(new Set(whys).size).toBe(results.length);
  });

  it('tells everything that is wrong at once', () => {
    expect(
      codes(check(sealed(), { environment: 'staging', now: AT + 1e10 })),
    ).toEqual(['environment', 'expired']);
  });

  it('allows for a clock that is a little behind', () => {
    expect(check(sealed(), { now: AT - 30_000 }).ok).toBe(true);
  });
});

describe('an envelope', () => {
  it('may be in the URL-safe alphabet, without padding', () => {
    const { payload, signatures, ...rest } = sealed();
    const urlSafe = (text: string) =>
      text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
    expect(
      check({
        ...rest,
        payload: urlSafe(payload),
        signatures: signatures.map(({ sig }) => ({ sig: urlSafe(sig) })),
      }).ok,
    ).toBe(true);
  });

  it('needs one signature that is trusted, wherever it stands', () => {
    const [own] = sealed().signatures;
    const [foreign] = seal(utf8(statementOf()), {
      key: theirs.privateKey,
      keyid: 'theirs',
    }).signatures;
    const rubbish = { sig: encodeBase64(new Uint8Array(7)) };
    const signatures = [foreign, rubbish, own];
    expect(check({ ...sealed(), signatures }).ok).toBe(true);
    expect(
      codes(check({ ...sealed(), signatures: [foreign, rubbish] })),
    ).toEqual(['signature']);
  });

  it('does not believe a keyid', () => {
    const [{ sig }] = sealed().signatures;
    expect(
      check({ ...sealed(), signatures: [{ keyid: 'theirs', sig }] }).ok,
    ).toBe(true);
    expect(
      codes(
        check(
          seal(utf8(statementOf()), { key: theirs.privateKey, keyid: 'ours' }),
        ),
      ),
    ).toEqual(['signature']);
  });

  it('opens nothing without a key', () => {
    expect(codes(check(sealed(), {}, []))).toEqual(['signature']);
  });

  it('may have fields that nobody knows; they count for nothing', () => {
    const more = { ...sealed(), verdict: 'allow', predicate: {} };
    expect(check(more)).toEqual(check(sealed()));
  });

  it('of another type is refused, also when it is signed so', () => {
    expect(
      codes(check({ ...sealed(), payloadType: 'application/json' })),
    ).toEqual(['signature']);
    expect(
      codes(check(seal(utf8(statementOf()), { type: 'application/json' }))),
    ).toEqual(['payload-type']);
  });

  it.each([
    ['a text', 'hello'],
    ['no object', '[]'],
    ['no signatures', JSON.stringify({ ...sealed(), signatures: [] })],
    [
      'too many signatures',
      JSON.stringify({
        ...sealed(),
        signatures: Array.from({ length: 17 }, () => sealed().signatures[0]),
      }),
    ],
    ['no payload', JSON.stringify({ ...sealed(), payload: '' })],
    [
      'a payload that is no base64',
      JSON.stringify({ ...sealed(), payload: `${sealed().payload} ` }),
    ],
    [
      'a payload twice',
      `{"payload":"e30=",${JSON.stringify(sealed()).slice(1)}`,
    ],
    [
      'a payload twice, once in disguise',
      `{"payl\\u006fad":"e30=",${JSON.stringify(sealed()).slice(1)}`,
    ],
    ['something after it', `${JSON.stringify(sealed())}{}`],
    ['more than a megabyte', JSON.stringify(sealed()).padEnd(1_048_577)],
    ['a bottomless pit', '['.repeat(500_000)],
  ])('with %s is none', (_, text) => {
    const result = check(text);
    expect(codes(result)).toEqual(['envelope']);
  });

  it('may be laid out as one likes', () => {
    expect(check(JSON.stringify(sealed(), null, '\t')).ok).toBe(true);
    expect(check(`\r\n${JSON.stringify(sealed(), null, 4)}\r\n`).ok).toBe(true);
  });

  it('holds nothing that is not canonical, so that nobody reads it otherwise', () => {
    const text = statementOf();
    const twice = text.replace(
      '"verdict":"allow"}',
      '"verdict":"deny","verdict":"allow"}',
    );
    expect(twice).not.toBe(text);
    for (const payload of [
      twice,
      ` ${text}`,
      `\ufeff${text}`,
      JSON.stringify(JSON.parse(text), null, 2),
      '{}',
      'null',
      text.replace('gate-decision/v1', 'gate-decision/v2'),
      text.replace(DIGEST, `sha256:${'0'.repeat(64)}`),
    ]) {
      expect([payload.slice(0, 40), codes(check(seal(utf8(payload))))]).toEqual(
        [payload.slice(0, 40), ['statement']],
      );
    }
    expect(codes(check(seal(Uint8Array.of(0xff, 0xfe))))).toEqual([
      'statement',
    ]);
  });
});

describe('whatever is altered', () => {
  const payload = utf8(statementOf());
  const signature = sign(
    null,
    preAuthEncoding(STATEMENT_PAYLOAD_TYPE, payload),
    ours.privateKey,
  );

  const flipped = (bytes: Uint8Array, position: number, mask: number) =>
    Uint8Array.from(bytes, (byte, at) =>
      at === position ? byte ^ mask : byte,
    );

  const envelopeOf = (body: Uint8Array, sig: Uint8Array): Envelope => ({
    payloadType: STATEMENT_PAYLOAD_TYPE,
    payload: encodeBase64(body),
    signatures: [{ keyid: 'ours', sig: encodeBase64(sig) }],
  });

  it('is taken as it is', () => {
    expect(check(envelopeOf(payload, signature)).ok).toBe(true);
  });

  it('is refused: a byte of the payload', () => {
    fc.assert(
      fc.property(
        fc.nat(payload.length - 1),
        fc.integer({ min: 1, max: 255 }),
        (position, mask) => {
          expect(
            codes(
              check(envelopeOf(flipped(payload, position, mask), signature)),
            ),
          ).toEqual(['signature']);
        },
      ),
    );
  });

  it('is refused: a byte of the signature', () => {
    fc.assert(
      fc.property(
        fc.nat(signature.length - 1),
        fc.integer({ min: 1, max: 255 }),
        (position, mask) => {
          expect(
            codes(
              check(envelopeOf(payload, flipped(signature, position, mask))),
            ),
          ).toEqual(['signature']);
        },
      ),
    );
  });

  it('is refused: a character of the text, or it means the same', () => {
    const text = JSON.stringify(envelopeOf(payload, signature));
    const whole = check(text);
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.integer({ min: 0x20, max: 0x7e }),
        (position, code) => {
          const result = check(
            text.slice(0, position) +
              String.fromCharCode(code) +
              text.slice(position + 1),
          );
          expect(result.ok ? result : whole).toEqual(whole);
        },
      ),
    );
  });

  it('is never taken: any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constant(statementOf())),
        text => {
          expect(check(text).ok).toBe(false);
        },
      ),
    );
  });
});

describe('the example of the specification', () => {
  // Source: secure-systems-lab/dsse, protocol.md, "Test Vectors": ECDSA over NIST P-256.
  const X =
    46950820868899156662930047687818585632848591499744589407958293238635476079160n;
  const Y =
    5640078356564379163099075877009565129882514886557779369047442380624545832820n;
  const ENVELOPE = `{"payload": "aGVsbG8gd29ybGQ=",
 "payloadType": "http://example.com/HelloWorld",
 "signatures": [{"sig": "A3JqsQGtVsJ2O2xqrI5IcnXip5GToJ3F+FnZ+O88SjtR6rDAajabZKciJTfUiHqJPcIAriEGAHTVeCUjW2JIZA=="}]}`;
  const coordinate = (value: bigint) =>
    Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toString(
      'base64url',
    );
  const key = createPublicKey({
    key: { kty: 'EC', crv: 'P-256', x: coordinate(X), y: coordinate(Y) },
    format: 'jwk',
  });
  const spec: TrustedKey = {
    keyId: 'spec',
    verifies: (message, signature) =>
      verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, signature),
  };

  it('reads as it says', () => {
    const read = parseEnvelope(ENVELOPE);
    if (!('envelope' in read)) throw new Error(read.refusal.why);
    expect(new TextDecoder().decode(read.envelope.payload)).toBe('hello world');
  });

  it('is found to be signed, and to be no decision', () => {
    expect(codes(check(ENVELOPE, {}, [spec]))).toEqual(['payload-type']);
    expect(
      codes(check(ENVELOPE.replace('HelloWorld', 'HelloWorle'), {}, [spec])),
    ).toEqual(['signature']);
  });
});
