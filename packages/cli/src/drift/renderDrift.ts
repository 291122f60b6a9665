import {
  describeRef,
  type DriftReport,
  type FieldChange,
  type ObjectDrift,
} from '@continuity/engine';
import type { Io } from '../Io';
import { emphasise } from '../output/emphasise';
import { plainLine } from '../output/plainLine';

/** A report for people: object by object what differs, who owns it, and what to do next. */
export function renderDrift(report: DriftReport, io: Io): string {
  const blocks = [
    ...report.objects.map(object => renderObject(object, io)),
    ...report.problems.map(
      ({ source, message }) =>
        `${emphasise(io, 'yellow', 'NOT COMPARED')} ${plainLine(
          `${source}: ${message}`,
        )}\n`,
    ),
    ...report.rules.map(
      ({ rule, state, message }) =>
        `${emphasise(io, 'yellow', `RULE ${state.toUpperCase()}`)} ${plainLine(
          `${rule} ${message}`,
        )}\n`,
    ),
  ];
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${conclude(
    report,
    io,
  )}`;
}

const TITLES = {
  changed: ['red', 'CHANGED'],
  missing: ['red', 'MISSING'],
  extra: ['red', 'EXTRA'],
  'in-sync': ['green', 'IN SYNC'],
} as const;

function renderObject(object: ObjectDrift, io: Io): string {
  const { ref, state, source, changes, unlisted, ignored, notes } = object;
  const [colour, title] = TITLES[state];
  const lines = [
    `${emphasise(io, colour, title)} ${plainLine(
      `${describeRef(ref)} (${source})`,
    )}`,
    ...changes.flatMap(renderChange),
  ];
  if (unlisted > 0) lines.push(`  and ${unlisted} more fields`);
  for (const { path, rule } of ignored) {
    lines.push(`  ignored: ${plainLine(path)} (rule ${plainLine(rule)})`);
  }
  for (const note of notes) lines.push(`  note:    ${plainLine(note)}`);
  return `${lines.join('\n')}\n`;
}

function renderChange(change: FieldChange): string[] {
  return [
    `  ${change.change} ${plainLine(change.label)}`,
    `    desired: ${plainLine(change.desired.text)}`,
    `    live:    ${plainLine(change.live.text)}`,
    `    owner:   ${plainLine(change.ownership)}`,
  ];
}

function conclude({ outcome, counts, problems }: DriftReport, io: Io): string {
  const { desired, inSync, changed, missing, extra, fields, ignored } = counts;
  const said = `${inSync} of ${desired} ${
    desired === 1 ? 'object' : 'objects'
  } in sync; ${changed} changed (${fields} ${
    fields === 1 ? 'field' : 'fields'
  }), ${missing} missing, ${extra} extra, ${ignored} ignored; ${
    problems.length
  } not compared`;
  switch (outcome) {
    case 'drifted':
      return `${emphasise(io, 'red', 'DRIFT')} ${said}
next: apply what is desired again, or bring into Git what shall stay
`;
    case 'unknown':
      return `${emphasise(io, 'yellow', 'NOT KNOWN')} ${said}
next: mend what was not compared; until then nobody knows whether there is drift
`;
    default:
      return `${emphasise(io, 'green', 'NO DRIFT')} ${said}\n`;
  }
}
