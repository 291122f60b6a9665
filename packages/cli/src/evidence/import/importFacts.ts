import {
  builtinEvidenceKinds,
  createEvidenceRegistry,
  parseSubmission,
} from '@continuity/engine';
import { Option, type Command } from 'commander';
import type { Settle } from '../../createProgram';
import { exitCodes, type ExitCode } from '../../exitCodes';
import { withConnection } from '../../http/connect';
import {
  addConnectionOptions,
  type ConnectionFlags,
} from '../../http/connectionOptions';
import type { Io } from '../../Io';
import type { RejectedItem } from '../EvidenceItem';
import { pushEvidence, type PushOutcome } from '../pushEvidence';
import type { UnmappedFact } from './Fact';
import { readFactMapping } from './factMapping';
import { mapFacts, type MappedFact } from './mapFacts';
import { FACT_FORMATS, readFacts, type FactFormat } from './readFacts';
import { renderDryRun, renderImport } from './renderImport';

type Flags = ConnectionFlags & {
  format: FactFormat;
  mapping: string;
  dryRun?: boolean;
  json?: boolean;
};

/** `continuity evidence import`: facts of another tool as evidence. */
export function addImportFactsCommand(
  evidence: Command,
  io: Io,
  settle: Settle,
): void {
  const command = evidence
    .command('import')
    .description(
      'Turn facts of another tool into evidence, as a mapping says, and report it. A fact that was imported before is known and does no harm. Every fact of which nothing was made is named with the reason. Exits 0 when everything was taken, 1 when something was not (the rest is stored), 2 for wrong usage and 3 for no answer.',
    )
    .argument('<facts>', 'JSON or NDJSON; - reads standard input')
    .addOption(
      new Option('--format <format>', 'whose facts they are')
        .choices(FACT_FORMATS)
        .makeOptionMandatory(),
    )
    .requiredOption(
      '--mapping <file>',
      'YAML or JSON that says which fact is which kind of evidence',
    )
    .option('--dry-run', 'report nothing; say what would be')
    .option('--json', 'print the outcome as JSON');
  addConnectionOptions(command).action(async (file: string, flags: Flags) => {
    settle(await importFacts(file, flags, io));
  });
}

async function importFacts(
  file: string,
  flags: Flags,
  io: Io,
): Promise<ExitCode> {
  const mapping = await readFactMapping(flags.mapping, io);
  const { facts, unreadable } = await readFacts(flags.format, file, io);
  const { mapped, unmapped: left } = mapFacts(facts, {
    ...mapping,
    source: mapping.source ?? flags.format,
  });
  const unmapped = inOrder([...unreadable, ...left]);
  const code = flags.dryRun
    ? tryOut(mapped, unmapped, flags, io)
    : await report(mapped, unmapped, flags, io);
  return unmapped.length > 0 ? exitCodes.failed : code;
}

/** Judges what is built in as the server would; other kinds only the server knows. */
function tryOut(
  mapped: readonly MappedFact[],
  unmapped: readonly UnmappedFact[],
  { json }: Flags,
  io: Io,
): ExitCode {
  const registry = createEvidenceRegistry(builtinEvidenceKinds);
  const rejected: RejectedItem[] = [];
  const reports: MappedFact[] = [];
  const unchecked = new Set<string>();
  for (const fact of mapped) {
    const { place, position, value } = fact;
    const parsed = registry.get(value.kind)
      ? parseSubmission(value, registry, { now: io.now() })
      : undefined;
    if (!parsed) unchecked.add(value.kind);
    if (parsed && !parsed.ok) {
      const { field, message } = parsed;
      rejected.push({ place, position, ...(field && { field }), message });
    } else {
      reports.push(fact);
    }
  }
  io.out(
    json
      ? jsonOf({
          reports: reports.map(({ value }) => value),
          unchecked: [...unchecked],
          rejected,
          unmapped,
        })
      : renderDryRun({ reports, unchecked, rejected, unmapped }),
  );
  return rejected.length > 0 ? exitCodes.failed : exitCodes.ok;
}

async function report(
  mapped: readonly MappedFact[],
  unmapped: readonly UnmappedFact[],
  flags: Flags,
  io: Io,
): Promise<ExitCode> {
  const outcome: PushOutcome = { accepted: 0, known: 0, rejected: [] };
  try {
    await withConnection(flags, io, connection =>
      pushEvidence(mapped, connection, outcome),
    );
  } catch (error) {
    io.err(
      `Broke off after ${outcome.accepted} accepted, ${outcome.known} known and ${outcome.rejected.length} rejected of ${mapped.length}; not mapped: ${unmapped.length}. Run it again, nothing is stored twice.\n`,
    );
    throw error;
  }
  inOrder(outcome.rejected);
  io.out(
    flags.json
      ? jsonOf({ ...outcome, unmapped })
      : renderImport({ ...outcome, unmapped }),
  );
  return outcome.rejected.length > 0 ? exitCodes.failed : exitCodes.ok;
}

function inOrder<T extends { position: number }>(list: T[]): T[] {
  return list.sort((a, b) => a.position - b.position);
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
