import {
  builtinChecks,
  classifyRelease,
  defaultTierSettings,
  formatProblem,
  parseReleaseFacts,
  parseReleaseSettings,
  type Classification,
  type JudgedRule,
  type ReleaseFacts,
  type ReleaseProtocol,
} from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { messageOf, UsageError } from '../failures';
import { readText } from '../files/readText';
import { readYamlDocuments } from '../files/readYamlDocuments';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';

interface Flags {
  file: string;
  rules?: string;
  tier?: string[];
  json?: boolean;
}

/** Facts and rules are short. */
const MAX_BYTES = 1024 * 1024;

/** `continuity release classify`: what class a release is of, and what that binds it to. */
export function addClassifyCommand(
  release: Command,
  io: Io,
  settle: Settle,
): void {
  release
    .command('classify')
    .description(
      'Say what class a release is of, by which rules, and what that binds it to. A fact that is left out is not known, and counts as its worst.',
    )
    .requiredOption(
      '--file <file>',
      'facts about the release in YAML or JSON; - is standard input',
    )
    .option(
      '--rules <file>',
      'rules and protocols as in continuity.releases of the configuration (default: the built-in ones)',
    )
    .option(
      '--tier <tier...>',
      'ids of the tiers, the strictest first (default: the default tiers)',
    )
    .option('--json', 'print { class, rules, protocol }')
    .action(async (flags: Flags) => {
      settle(await classify(flags, io));
    });
}

async function classify(flags: Flags, io: Io) {
  const tierIds = flags.tier ?? defaultTierSettings.tiers.map(({ id }) => id);
  const facts = await readFacts(flags.file, tierIds, io);
  const settings = await readRules(flags.rules, tierIds, io);
  const classification = classifyRelease(facts, settings);
  io.out(
    flags.json
      ? `${JSON.stringify(classification, null, 2)}\n`
      : render(classification),
  );
  return exitCodes.ok;
}

async function readFacts(
  file: string,
  tierIds: readonly string[],
  io: Io,
): Promise<ReleaseFacts> {
  const read = parseReleaseFacts(await readMapping('--file', file, io), {
    tierIds,
  });
  if (!read.ok) {
    throw new UsageError(
      `--file: ${read.problems.map(formatProblem).join('; ')}`,
    );
  }
  return read.value;
}

async function readRules(
  file: string | undefined,
  tierIds: readonly string[],
  io: Io,
) {
  const parsed = parseReleaseSettings(
    file === undefined ? undefined : await readMapping('--rules', file, io),
    { tierIds, checkIds: builtinChecks.map(({ id }) => id) },
  );
  if ('problems' in parsed) {
    throw new UsageError(
      `--rules: ${parsed.problems.map(formatProblem).join('; ')}`,
    );
  }
  return parsed.settings;
}

async function readMapping(option: string, file: string, io: Io) {
  const text = await readText(option, file, io, MAX_BYTES);
  let documents;
  try {
    documents = readYamlDocuments(text);
  } catch (error) {
    throw new UsageError(`${option}: "${file}" ${messageOf(error)}`);
  }
  if (documents.length !== 1) {
    throw new UsageError(
      `${option}: "${file}" holds ${documents.length} documents; expected one`,
    );
  }
  return documents[0];
}

function render({
  class: releaseClass,
  rules,
  protocol,
}: Classification): string {
  const counting = rules.filter(({ outcome }) => outcome !== 'not-met');
  const because =
    counting.length === 0
      ? `None of ${rules.length} rules makes it more.\n`
      : counting.map(renderRule).join('\n');
  return `${releaseClass.toLocaleUpperCase('en-US')}

${because}
What follows:
${obligations(protocol)
  .map(line => `  - ${plainLine(line)}\n`)
  .join('')}`;
}

function renderRule({
  rule,
  class: releaseClass,
  outcome,
  title,
  explanation,
  remedy,
}: JudgedRule): string {
  const unknown = outcome === 'unknown' ? ', not known' : '';
  return `${releaseClass} ${rule}${unknown}: ${plainLine(title)}
  why:  ${plainLine(explanation)}
${remedy ? `  next: ${plainLine(remedy)}\n` : ''}`;
}

function obligations({
  approvals,
  checks,
  windows,
  communication,
  reviewWithin,
}: ReleaseProtocol): string[] {
  return [
    ...approvals.map(
      ({ title, required }) => `Approved by ${required}: ${title}`,
    ),
    ...checks.map(check => `Check passes: ${check}`),
    ...(windows === 'open-only' ? ['Begins while no calendar closes'] : []),
    ...communication.map(who => `Told: ${who}`),
    ...(reviewWithin === undefined
      ? []
      : [`Reviewed within ${reviewWithin} of its end`]),
  ];
}
