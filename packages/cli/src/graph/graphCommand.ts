import type { DependencyGraph } from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import { readGraph } from './readGraph';

/** What every command of this folder is asked with. */
export interface GraphFlags {
  file: string;
  json?: boolean;
}

/** Of what there is, so many are named. */
const NAMED = 20;

/**
 * Adds a command that reads a graph and answers about it. What was wrong in the file goes
 * to standard error and makes the exit code 2; the answer about the rest is printed all
 * the same.
 */
export function graphCommand<Flags extends GraphFlags>(
  parent: Command,
  name: string,
  io: Io,
  settle: Settle,
  answer: (graph: DependencyGraph, flags: Flags) => ExitCode,
): Command {
  return parent
    .command(name)
    .requiredOption(
      '--file <file>',
      'nodes and dependencies, one JSON object a line; - is standard input',
    )
    .option('--json', 'print JSON')
    .action(async (flags: Flags) => {
      settle(await answerFromFile(flags, io, answer));
    });
}

/** Answers about the graph in a file; see {@link graphCommand}. */
export async function answerFromFile<Flags extends GraphFlags>(
  flags: Flags,
  io: Io,
  answer: (graph: DependencyGraph, flags: Flags) => ExitCode,
): Promise<ExitCode> {
  const { graph, problems } = await readGraph(flags.file, io);
  try {
    const code = answer(graph, flags);
    return problems.count === 0 ? code : exitCodes.usage;
  } finally {
    // Also when there is no answer: what was asked about may stand in such a line.
    if (problems.count > 0) io.err(problems.render());
  }
}

/** @throws UsageError that names the option, when a node is not in the graph */
export function requireNodes(
  option: string,
  names: readonly string[],
  graph: DependencyGraph,
): void {
  for (const name of names) {
    if (!graph.has(name)) {
      throw new UsageError(
        `${option}: "${name}" is not in the file; expected the name of one of its ${graph.nodeCount} nodes`,
      );
    }
  }
}

/** @throws UsageError that names the option, when nobody in the graph runs in a region */
export function requireRegions(
  option: string,
  names: readonly string[],
  graph: DependencyGraph,
): void {
  const known = names.length > 0 ? graph.regions() : [];
  for (const name of names) {
    if (!known.includes(name)) {
      throw new UsageError(
        `${option}: nobody in the file runs in "${name}"; expected ${
          known.length > 0
            ? `one of ${known.slice(0, NAMED).join(', ')}${
                known.length > NAMED ? ', ...' : ''
              }`
            : 'a file in which nodes name their region'
        }`,
      );
    }
  }
}

/** @throws UsageError when it is not a whole number from 1 */
export function readCount(option: string, text: string): number {
  const count = Number(text);
  if (!/^\d{1,9}$/.test(text) || count < 1) {
    throw new UsageError(
      `${option}: "${text}" is not a whole number from 1; expected e.g. 4`,
    );
  }
  return count;
}
