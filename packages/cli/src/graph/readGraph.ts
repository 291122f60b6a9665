import { GraphBuilder, type DependencyGraph } from '@continuity/engine';
import { UsageError } from '../failures';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { eachLine } from './eachLine';
import { GroupSizes } from './GroupSizes';
import { ProblemList } from './LineProblem';
import { readLine } from './readLine';

/** A graph and what was wrong in its file. */
export interface GraphFile {
  graph: DependencyGraph;
  problems: ProblemList;
}

/**
 * Reads a graph from NDJSON. What is not as expected is named, and costs nothing else: of
 * a line the rest counts, where it says who is meant.
 *
 * @param file - a path, or `-` for standard input
 * @throws UsageError when there is no such file or not one line that can be used
 */
export async function readGraph(file: string, io: Io): Promise<GraphFile> {
  const builder = new GraphBuilder();
  const problems = new ProblemList();
  const groups = new GroupSizes();
  const declaredIn = new Map<string, number>();
  const extra = new Set<string>();
  await eachLine(file, io, (text, line) => {
    if (text === undefined) {
      problems.add({
        line,
        message: 'is not UTF-8; expected JSON, which is UTF-8 (RFC 8259 8.1)',
      });
      return;
    }
    const read = readLine(text);
    for (const problem of read.problems) problems.add({ line, ...problem });
    if (read.kind === 'node') {
      const { node } = read.node;
      for (const field of read.extra) extra.add(field);
      const before = declaredIn.get(node);
      if (before === undefined) {
        declaredIn.set(node, line);
        builder.addNode(read.node);
      } else {
        problems.add({
          line,
          field: 'node',
          message: `"${node}" stands in line ${before} already, which counts; expected each node once`,
        });
      }
    }
    if (read.kind === 'edge') {
      builder.addEdge(read.edge);
      groups.add(read.edge, line);
    }
  });
  groups.check(problems);
  if (extra.size > 0) {
    io.err(
      `${plainLine(
        `Not known of nodes, and not looked at: ${[...extra].join(', ')}`,
      )}\n`,
    );
  }
  const graph = builder.build();
  if (graph.nodeCount === 0) {
    if (problems.count > 0) io.err(problems.render());
    throw new UsageError(
      `--file: "${file}" has no line that can be used; expected e.g. {"from":"a","to":"b"}`,
    );
  }
  return { graph, problems };
}
