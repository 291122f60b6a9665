import { annotateFile } from './annotateFile';

const FILE = `# Of the payments team
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments-api # as in the registry
  tags: [a, 'b']
  annotations:
    # Where it is
    github.com/project-slug: "bank/payments"

  links: []
# What it is
spec:
  type: service
  lifecycle: production # for years
  owner:   team-payments
  dependsOn:
  - resource:ledger

# The other one
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: payments }
spec: { type: openapi, owner: x, lifecycle: y, definition: z }
`;

const PAYMENTS = 'component:default/payments-api';
const CONTINUITY = {
  tier: 'tier-1',
  rto: 'PT1H',
  environments: [{ name: 'production', region: 'eu-west-1' }],
};

const annotate = (text: string, wish: object = {}) =>
  annotateFile(text, {
    entity: PAYMENTS,
    continuity: CONTINUITY,
    overwrite: false,
    ...wish,
  });

describe('annotateFile', () => {
  it('adds lines and touches no other', () => {
    const { text, changes } = annotate(FILE, {
      annotations: { 'continuity.dev/traced-as': 'payments' },
    });
    expect(changes).toEqual([
      'metadata.annotations.continuity.dev/traced-as',
      'spec.continuity.tier',
      'spec.continuity.rto',
      'spec.continuity.environments',
    ]);
    expect(text).toBe(
      FILE.replace(
        '"bank/payments"\n',
        '"bank/payments"\n    continuity.dev/traced-as: payments\n',
      ).replace(
        '  - resource:ledger\n',
        `  - resource:ledger
  continuity:
    tier: tier-1
    rto: PT1H
    environments:
    - name: production
      region: eu-west-1
`,
      ),
    );
  });

  it.each([
    ['by lines', FILE, PAYMENTS],
    ['where everything stands on a line', FILE, 'api:default/payments'],
  ])('changes nothing when it is done again, %s', (_, file, entity) => {
    const once = annotate(file, { entity });
    const twice = annotate(once.text, { entity });
    expect(twice).toMatchObject({ text: once.text, changes: [] });
    expect(once.text).not.toBe(file);
  });

  it('writes a document on one line anew, and no other document', () => {
    const { text } = annotate(FILE, { entity: 'api:default/payments' });
    expect(text.split('\n---\n')[0]).toBe(FILE.split('\n---\n')[0]);
    expect(text).toContain('continuity: { tier: tier-1, rto: PT1H');
  });

  it('merges with what is there, and keeps its comments and its order', () => {
    // The parser counts comments behind a block to it, so they move in with it.
    const { text } = annotate(
      `kind: Component
metadata:
  name: payments-api
spec:
  continuity: # agreed
    # of the board
    rto: PT1H # an hour
    environments:
      # the big one
      - name: production
        region: eu-west-1
      - { name: staging }
    # nothing below
  # then
  type: service
`,
      {
        continuity: {
          tier: 'tier-1',
          environments: [
            { name: 'production', region: 'eu-west-1', role: 'primary' },
            { name: 'dr' },
          ],
        },
      },
    );
    expect(text).toBe(`kind: Component
metadata:
  name: payments-api
spec:
  continuity:
    # agreed
    # of the board
    rto: PT1H # an hour
    environments:
      # the big one
      - name: production
        region: eu-west-1
        role: primary
      - { name: staging }
      - name: dr
    tier: tier-1
    # nothing below
    # then
  type: service
`);
  });

  const SLOW = FILE.replace(
    'spec:\n',
    'spec:\n  continuity:\n    rto: PT4H # as agreed\n',
  );

  it('names what contradicts it, and leaves the file alone', () => {
    const { contradictions } = annotate(SLOW, { continuity: { rto: 'PT1H' } });
    expect(contradictions).toEqual([
      { path: 'spec.continuity.rto', there: 'PT4H', wanted: 'PT1H' },
    ]);
  });

  it('replaces what contradicts it when told to', () => {
    const { text, changes } = annotate(SLOW, {
      continuity: { rto: 'PT1H' },
      overwrite: true,
    });
    expect(changes).toEqual(['spec.continuity.rto']);
    expect(text).toContain('    rto: PT1H');
    expect(text.split('\n')).toHaveLength(SLOW.split('\n').length);
  });

  it.each([
    ['a key without a value', 'spec:\n  continuity:\n  type: service\n'],
    ['no spec', ''],
    ['Windows line ends', 'spec:\r\n  type: service\r\n'],
    ['no line end', 'spec:\n  type: service'],
  ])('copes with %s', (_, rest) => {
    const file = `kind: Component\nmetadata:\n  name: payments-api\n${rest}`;
    const { text, entity } = annotate(file);
    expect(entity.spec?.continuity).toEqual(CONTINUITY);
    expect(annotate(text)).toMatchObject({ text, changes: [] });
  });

  it.each([
    ['which', FILE, undefined, 'say which of them is meant'],
    ['one that is not there', FILE, 'component:a', 'not component:default/a'],
    ['twice', `${FILE}---\n${FILE}`, PAYMENTS, `twice ${PAYMENTS}`],
    ['none', 'kind: User\nmetadata: { name: a }', undefined, 'holds no'],
    ['what is not YAML', 'a: [', undefined, 'is not YAML'],
  ])('asks for %s', (_, file, entity, message) => {
    expect(() => annotate(file, { entity })).toThrow(message);
  });
});
