import type {
  Rehearsal,
  RehearsalDifference,
  RehearsalProblem,
} from '@continuity/migrations';
import { counted } from '../graph/printing';
import type { Io } from '../Io';
import { emphasise } from '../output/emphasise';
import { plainLine } from '../output/plainLine';
import { describeDifference, sayProblem } from './describeRehearsal';

const WORDS = {
  pass: ['PROVEN', 'green'],
  fail: ['NOT PROVEN', 'red'],
  unknown: ['NOT KNOWN', 'yellow'],
} as const;

/** What to do about a verdict that is not proven. */
const NEXT = {
  fail: 'Mend the way back so that all of this comes back, or keep what is lost elsewhere first; then rehearse again.',
  unknown:
    'Give rows for the empty tables with --data, or whatever else is asked for above; then rehearse again.',
};

/** Tables and differences that are shown to people; JSON has all of them. */
const SHOWN = 50;

/** A rehearsal for people: what was done, what is not as before, and what to do. */
export function renderRehearsal(rehearsal: Rehearsal, io: Io): string {
  const { verdict, from, to, layout, database } = rehearsal;
  const [word, colour] = WORDS[verdict];
  const { problem, differences, doubts, notes } = rehearsal;
  return [
    `${emphasise(io, colour, word)} ${plainLine(
      `${from ?? 'nothing'} to ${to} and back (${layout}, ${database})`,
    )}\n`,
    ...steps(rehearsal),
    ...tables(rehearsal),
    ...(problem ? [renderProblem(problem)] : []),
    ...shown(differences).map(renderDifference),
    ...doubts.map(doubt => `  not known: ${plainLine(doubt)}\n`),
    ...notes.map(note => `  note: ${plainLine(note)}\n`),
    ...(verdict === 'pass' || problem?.means === 'failure'
      ? []
      : [`  next: ${NEXT[verdict]}\n`]),
    `\n${summary(rehearsal, io)}\n`,
  ].join('');
}

function steps({ steps: taken }: Rehearsal): string[] {
  return taken.map(({ step, outcome, seconds, migrations }) => {
    const ran =
      migrations.length === 0
        ? ''
        : `, ${counted(migrations.length, 'migration')}`;
    return `  ${step.padEnd(16)} ${outcome} in ${seconds} s${ran}\n`;
  });
}

function tables({ tables: all, data }: Rehearsal): string[] {
  const rows = all.reduce((sum, table) => sum + table.rows, 0);
  const source = {
    file: 'given',
    generated: `made up${
      data.source === 'generated' ? ` from seed ${data.seed}` : ''
    }`,
    none: 'none',
  }[data.source];
  if (all.length === 0) return [];
  const affected = shown(all.filter(table => table.affected));
  return [
    `  data: ${counted(rows, 'row')} of ${counted(
      all.length,
      'table',
    )}, ${source}\n`,
    ...affected.map(
      ({ name, rows: count, empty }) =>
        `  affected: ${plainLine(name)}, ${counted(count, 'row')}${
          empty === undefined ? '' : `: ${plainLine(empty)}`
        }\n`,
    ),
  ];
}

function renderProblem(problem: RehearsalProblem): string {
  const { statement, sqlState, next } = problem;
  return `
  failed: ${plainLine(sayProblem(problem))}${
    statement === undefined ? '' : `, statement ${statement}`
  }${sqlState === undefined ? '' : ` [${sqlState}]`}
    next: ${plainLine(next)}
`;
}

function renderDifference(difference: RehearsalDifference): string {
  const when =
    difference.step === 'compare' ? 'not as before' : 'not as the first time';
  const lines = [`\n  ${when}: ${plainLine(describeDifference(difference))}\n`];
  if (difference.in === 'schema' && difference.fact !== undefined) {
    lines.push(
      `    before: ${value(difference.before)}\n`,
      `    after:  ${value(difference.after)}\n`,
    );
  }
  if (difference.in === 'table') {
    for (const { key, how, columns } of difference.rows) {
      lines.push(
        how === 'changed'
          ? `    ${plainLine(key)}: ${columns
              .map(
                one =>
                  `${plainLine(one.column)} ${value(one.before)} -> ${value(
                    one.after,
                  )}`,
              )
              .join(', ')}\n`
          : `    ${plainLine(key)}: ${how}\n`,
      );
    }
  }
  return lines.join('');
}

function value(text: string | null | undefined): string {
  if (text === undefined) return '-';
  return text === null ? 'null' : `"${plainLine(text)}"`;
}

function shown<T>(all: readonly T[]): readonly T[] {
  return all.slice(0, SHOWN);
}

function summary(rehearsal: Rehearsal, io: Io): string {
  const { verdict, tables: all, secondsBack = 0, differences } = rehearsal;
  if (verdict === 'pass') {
    const rows = all.reduce((sum, table) => sum + table.rows, 0);
    return `${emphasise(io, 'green', 'PASS')} schema and ${counted(
      rows,
      'row',
    )} as before; the way back took ${secondsBack} s`;
  }
  const { doubts, problem } = rehearsal;
  if (verdict === 'unknown') {
    return `${emphasise(io, 'yellow', 'UNKNOWN')} ${counted(
      doubts.length,
      'open question',
    )}: nothing is proven`;
  }
  const failed = problem ? `${problem.step} failed` : undefined;
  const different = `${counted(differences.length, 'difference')}`;
  return `${emphasise(io, 'red', 'FAIL')} ${failed ?? different}`;
}
