import {
  importDefinitions,
  importDefinitionsInSteps,
} from './importDefinitions';

const options = {
  owner: 'group:default/operations',
  timezone: 'Europe/Zurich',
  reason: 'Imported',
};

const freezePeriods = (count: number, start: (index: number) => string) =>
  JSON.stringify(
    Array.from({ length: count }, (_, id) => ({
      id,
      freeze_start: start(id),
      freeze_end: '0 7 * * 1',
    })),
  );

describe('importing in steps', () => {
  it('gives way at every definition', () => {
    const steps = importDefinitionsInSteps(
      'gitlab',
      freezePeriods(50, id => `${id} 23 * * 5`),
      options,
    );
    let given = 0;
    while (!steps.next().done) given += 1;
    expect(given).toBeGreaterThanOrEqual(50);
  });

  it('gives way within a definition that fires once a minute', () => {
    const steps = importDefinitionsInSteps(
      'gitlab',
      freezePeriods(1, () => '* 23 * * *'),
      options,
    );
    let given = 0;
    while (!steps.next().done) given += 1;
    // 60 times a day of 28 years, 4096 at a time.
    expect(given).toBeGreaterThan(100);
  });
});

describe('what is too much of a file is left out, and said', () => {
  const errorsOf = (
    format: Parameters<typeof importDefinitions>[0],
    text: string,
  ) => {
    const { windows, findings } = importDefinitions(format, text, options);
    const errors = findings
      .filter(({ severity }) => severity === 'error')
      .map(({ message }) => message);
    return { windows: windows.length, errors };
  };

  it('more windows than a calendar may hold', () => {
    const lines = Array.from({ length: 501 }, () => '0 22 * * 5 | 8h');
    expect(errorsOf('cron', lines.slice(1).join('\n'))).toEqual({
      windows: 500,
      errors: [],
    });
    expect(errorsOf('cron', lines.join('\n'))).toEqual({
      windows: 500,
      errors: [expect.stringContaining('more than 500 windows')],
    });
  });

  it('more definitions than anybody keeps in a file', () => {
    const lines = Array.from({ length: 1_001 }, () => '0 22 * * 5 | never');
    expect(errorsOf('cron', lines.join('\n')).errors).toContainEqual(
      expect.stringContaining('more than 1000 definitions'),
    );
  });

  it('freeze periods that fire more often together than is looked at', () => {
    const { windows, errors } = errorsOf(
      'gitlab',
      freezePeriods(12, () => '* 23 * * *'),
    );
    expect(windows).toBeGreaterThan(0);
    expect(errors).toContainEqual(
      expect.stringContaining('more than 200000 times a year together'),
    );
  });
});
