import { createFunctionMembership, systemsOf } from './membership';

describe('systemsOf', () => {
  const component = (system: unknown, namespace?: string) => ({
    kind: 'Component',
    metadata: { name: 'a', ...(namespace && { namespace }) },
    spec: { system } as { system: string },
  });

  it.each([
    [component('payments'), ['system:default/payments']],
    [component('Payments', 'Finance'), ['system:finance/payments']],
    [component('system:other/payments', 'x'), ['system:other/payments']],
    [component(undefined), []],
    [component(7), []],
    [component('system:/'), []],
    [
      { kind: 'System', metadata: { name: 'Payments' } },
      ['system:default/payments'],
    ],
    [{ kind: 'Group', metadata: { name: 'a' } }, []],
  ])('%j is part of, or is, %j', (entity, expected) => {
    expect(systemsOf(entity)).toEqual(expected);
  });
});

describe('createFunctionMembership', () => {
  const functionsOf = createFunctionMembership([
    {
      ref: 'businessfunction:default/payroll',
      supportedBy: ['component:payroll-api', 'system:default/finance'],
    },
    {
      ref: 'BusinessFunction:Retail/Checkout',
      supportedBy: [
        'component:cart',
        'Component:default/payroll-api',
        'component:default/payroll-api',
        '',
      ],
    },
  ]);

  it.each<[string, string[], string[]]>([
    // Named directly, in one of two spellings, and only once.
    [
      'component:default/payroll-api',
      [],
      ['businessfunction:default/payroll', 'businessfunction:retail/checkout'],
    ],
    // By its system.
    [
      'component:default/tax-api',
      ['system:default/finance'],
      ['businessfunction:default/payroll'],
    ],
    // References inherit the namespace of the function.
    ['component:retail/cart', [], ['businessfunction:retail/checkout']],
    ['component:default/cart', [], []],
    ['system:default/finance', [], ['businessfunction:default/payroll']],
    [
      'Component:default/Tax-API',
      ['System:default/Finance'],
      ['businessfunction:default/payroll'],
    ],
  ])('%s in %j supports %j', (ref, systems, expected) => {
    expect(functionsOf(ref, systems)).toEqual(expected);
  });
});
