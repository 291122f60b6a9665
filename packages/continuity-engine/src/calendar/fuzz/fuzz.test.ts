import { readICalendar, type ICalendarReading } from '../ical';
import { fuzzCase, ICAL_OPTIONS } from './__testUtils__/cases';
import { ICAL_CORPUS } from './__testUtils__/icalCorpus';
import { droppedFromICalendar } from './__testUtils__/icalOracle';
import { runFuzz } from './__testUtils__/runFuzz';

/**
 * `FUZZ_RUNS=1000000 FUZZ_SEED=1` runs as many cases as that, from that seed on; one
 * that failed is had again with its seed and one run. Absent: as many as a test may
 * take, always the same.
 */
const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const FIRST_SEED = Number(process.env.FUZZ_SEED ?? 1);

const A_DAY = 86_400_000;
const [OPTIONS] = ICAL_OPTIONS;

describe('reading calendars with something wrong', () => {
  it(
    'never crashes, hangs or drops a window without saying so',
    () => {
      const report = runFuzz(fuzzCase, { runs: RUNS, firstSeed: FIRST_SEED });
      if (process.env.FUZZ_RUNS) {
        process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
      }
      expect(report.failures).toEqual([]);
    },
    A_DAY,
  );

  // A name of a component that filled the message, and what the oracle once got wrong.
  it.each([409641, 656922, 368856, 689070, 845229])(
    'stays right in case %d, which was found among a million',
    firstSeed => {
      expect(runFuzz(fuzzCase, { runs: 1, firstSeed }).failures).toEqual([]);
    },
  );

  it('understands enough of it to prove something', () => {
    const { kinds } = runFuzz(fuzzCase, { runs: 400, firstSeed: 1 });
    for (const { runs, understood } of Object.values(kinds)) {
      expect(understood / runs).toBeGreaterThan(0.1);
      expect(understood / runs).toBeLessThan(0.9);
    }
  });
});

describe('looking for what was dropped', () => {
  it.each(ICAL_CORPUS.map((text, index) => ({ text, index })))(
    'finds nothing in file $index as it is, and each window that is left out',
    ({ text }) => {
      const reading = readICalendar(text, OPTIONS);
      if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
      const dropped = (given: ICalendarReading) =>
        droppedFromICalendar(text, given, OPTIONS);
      expect(dropped(reading)).toEqual([]);
      for (const left of reading.windows) {
        const windows = reading.windows.filter(one => one !== left);
        expect(dropped({ ...reading, windows })).not.toEqual([]);
      }
      const silent = reading.findings.length > 0 ? 1 : 0;
      expect(
        dropped({ ...reading, findings: [] }).length,
      ).toBeGreaterThanOrEqual(
        reading.findings.some(({ message }) =>
          /freezes? nothing|passed over|before 1970/.test(message),
        )
          ? silent
          : 0,
      );
    },
  );

  it('asks for a reason of what is refused', () => {
    const refused = {
      ok: false,
      problems: [] as never,
    } satisfies ICalendarReading;
    expect(droppedFromICalendar('', refused, OPTIONS)).not.toEqual([]);
  });
});
