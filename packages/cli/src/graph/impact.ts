import {
  measureImpact,
  type AffectedList,
  type DependencyGraph,
} from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import {
  addConnectionOptions,
  type ConnectionFlags,
} from '../http/connectionOptions';
import type { Io } from '../Io';
import {
  answerFromFile,
  requireNodes,
  requireRegions,
  type GraphFlags,
} from './graphCommand';
import { counted, writeLines, writeList } from './printing';
import { repeated } from './repeated';
import { askForImpact, type ServerImpactFlags } from './serverImpact';

interface FileFlags extends GraphFlags {
  down?: string[];
  region?: string[];
}

/** Of the file, of the portal, or of both, before anybody has looked. */
type Flags = Partial<FileFlags> & Partial<ServerImpactFlags> & ConnectionFlags;

/** `continuity graph impact`: who fails and degrades when something is down. */
export function addImpactCommand(parent: Command, io: Io, settle: Settle) {
  const command = parent
    .command('impact')
    .description(
      'Who fails and who degrades when something is down, and by which path: in a file with --file and --down, in the portal with --entity',
    )
    .option(
      '--file <file>',
      'nodes and dependencies, one JSON object a line; - is standard input',
    )
    .option(
      '--down <node>',
      'what is down in the file; may be repeated',
      repeated,
    )
    .option(
      '--entity <ref>',
      'what is down in the catalog of the portal; may be repeated',
      repeated,
    )
    .option(
      '--region <region>',
      'a region that is down; may be repeated',
      repeated,
    )
    .option(
      '--duration <duration>',
      'with --entity: length of the outage, e.g. PT3H; adds broken objectives',
    )
    .option('--json', 'print JSON');
  addConnectionOptions(command).action(async (flags: Flags) => {
    settle(await impact(flags, io));
  });
}

async function impact(flags: Flags, io: Io): Promise<ExitCode> {
  const { file, entity, down, duration } = flags;
  if (entity !== undefined) {
    if (file !== undefined || down !== undefined) {
      throw new UsageError(
        '--entity: asks the portal; expected neither --file nor --down beside it',
      );
    }
    return askForImpact({ ...flags, entity }, io);
  }
  if (file === undefined) {
    throw new UsageError(
      '--file: is missing; expected a file with --down, or --entity to ask the portal',
    );
  }
  if (duration !== undefined) {
    throw new UsageError(
      '--duration: is for --entity; in a file, continuity graph cascade takes a length',
    );
  }
  return answerFromFile({ ...flags, file }, io, (graph, given) =>
    answer(graph, given, io),
  );
}

function answer(graph: DependencyGraph, flags: FileFlags, io: Io) {
  const { down = [], region: regions = [] } = flags;
  if (down.length === 0 && regions.length === 0) {
    throw new UsageError('--down: is missing; expected a node, or --region');
  }
  requireNodes('--down', down, graph);
  requireRegions('--region', regions, graph);
  const { failed, degraded } = measureImpact(graph, { down, regions });
  if (flags.json) {
    io.out('{ "failed": ');
    writeList(io, failed);
    io.out(',\n"degraded": ');
    writeList(io, degraded);
    io.out(' }\n');
    return exitCodes.ok;
  }
  io.out(`${counted(failed.count, 'node')} down or failed\n`);
  writeLines(io, lines(failed, 'down'), failed.count);
  io.out(`${counted(degraded.count, 'node')} degraded\n`);
  writeLines(io, lines(degraded, 'degraded'), degraded.count);
  return exitCodes.ok;
}

/** @param itself - what is said of a node that nothing else brought there */
function* lines(list: AffectedList, itself: string): IterableIterator<string> {
  for (const { node, hops, path } of list) {
    yield hops === 0
      ? `${node}  ${itself}`
      : `${node}  ${counted(hops, 'hop')}: ${path.join(' -> ')}`;
  }
}
