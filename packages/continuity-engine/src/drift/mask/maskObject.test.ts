import fc from 'fast-check';
import { maskObject } from './maskObject';

/** What is stored as a baseline shows no more than a report of the same fields does. */
const custom = (spec: object) => ({
  apiVersion: 'example.com/v1',
  kind: 'Store',
  metadata: { name: 'x', namespace: 'd' },
  spec,
});

const secret = 'zqhunter2';

it.each<[string, object]>([
  ['below the name of a secret', { adminPassword: { value: secret } }],
  ['two below it', { credentials: { admin: { plain: secret } } }],
  ['in a list below it', { passwords: [{ value: secret }] }],
  ['in the template of a Secret', { template: { stringData: { a: secret } } }],
  ['in a sealed Secret', { encryptedData: { a: { b: [secret] } } }],
  ['under its own name', { deep: { er: { password: secret } } }],
  [
    'in the environment of a container',
    { containers: [{ name: 'c', env: [{ name: 'PASSWORD', value: secret }] }] },
  ],
])('keeps no secret %s', (_, spec) => {
  const { value, masked } = maskObject(custom(spec), 'Store');
  expect(JSON.stringify(value)).not.toContain(secret);
  expect(masked).toBe(1);
});

it('keeps what a reference to a secret names', () => {
  const spec = {
    env: [
      {
        name: 'PASSWORD',
        valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
      },
    ],
  };
  expect(maskObject(custom(spec), 'Store').value).toEqual(custom(spec));
});

it('masks once more what it masked without a difference', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.constantFrom('a', 'token', 'stringData', 'value', 'name', 'items'),
        fc.jsonValue(),
      ),
      spec => {
        const once = maskObject(custom(spec), 'Store');
        expect(maskObject(once.value, 'Store')).toEqual(once);
      },
    ),
  );
});
