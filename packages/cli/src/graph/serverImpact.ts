import type {
  Impact,
  ImpactItem,
  ImpactRequest,
} from '@continuity/plugin-continuity-common';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import { withConnection, type Connection } from '../http/connect';
import type { ConnectionFlags } from '../http/connectionOptions';
import type { Io } from '../Io';
import { counted, writeLines, writeList } from './printing';

/** What the portal is asked with. */
export interface ServerImpactFlags extends ConnectionFlags {
  entity: string[];
  region?: string[];
  duration?: string;
  json?: boolean;
}

/** Items a request; the most that the portal gives. */
const PAGE = 200;
/** The graph changes all the time; a list that changes under way is begun anew. */
const ATTEMPTS = 3;

/** An impact with all of its pages. */
interface WholeImpact {
  first: Impact;
  items: ImpactItem[];
}

/** Asks the portal what fails and degrades when entities or regions are down. */
export async function askForImpact(
  { entity, region, duration, json, ...connection }: ServerImpactFlags,
  io: Io,
): Promise<ExitCode> {
  const request: ImpactRequest = {
    down: entity,
    ...(region && { regions: region }),
    ...(duration !== undefined && { duration }),
    limit: PAGE,
  };
  return withConnection(connection, io, async portal => {
    const { first, items } = await readAll(portal, request);
    if (first.unknown.length > 0) {
      throw new UsageError(
        `--entity, --region: ${first.unknown.join(
          ', ',
        )} is not in the graph of the portal, or may not be seen with this token`,
      );
    }
    warn(first, io);
    if (json) printJson(items, first, io);
    else printLines(items, first, io);
    return exitCodes.ok;
  });
}

async function readAll(
  portal: Connection,
  request: ImpactRequest,
): Promise<WholeImpact> {
  for (let attempt = 1; ; attempt++) {
    const first = await portal.ask(client => client.getImpact(request));
    try {
      return { first, items: await readPages(portal, request, first) };
    } catch (error) {
      const hasChanged = error instanceof UsageError;
      if (!hasChanged || attempt === ATTEMPTS) throw error;
    }
  }
}

async function readPages(
  portal: Connection,
  request: ImpactRequest,
  first: Impact,
): Promise<ImpactItem[]> {
  const items = [...first.items];
  let cursor = first.nextCursor;
  while (cursor !== undefined) {
    const next: ImpactRequest = { ...request, cursor };
    const page: Impact = await portal.ask(client => client.getImpact(next));
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

/** What makes the answer less than it seems goes where nobody parses it. */
function warn({ graph, totals, down, downTotal }: Impact, io: Io): void {
  if (graph.state !== 'fresh') {
    io.err(
      `The graph of the portal is ${graph.state}: it is as the catalog was at ${
        graph.readAt ?? 'no time'
      }.\n`,
    );
  }
  if (downTotal > down.length) {
    io.err(
      `${counted(
        downTotal - down.length,
        'node',
      )} more are down that are not listed.\n`,
    );
  }
  if (totals.hidden > 0) {
    io.err(
      `${counted(
        totals.hidden,
        'node',
      )} more are affected that may not be seen with this token.\n`,
    );
  }
}

function printJson(items: ImpactItem[], { down }: Impact, io: Io): void {
  io.out('{ "failed": ');
  writeList(io, [
    ...down.map(({ ref }) => ({ node: ref, hops: 0, path: [ref] })),
    ...items.filter(({ outcome }) => outcome === 'failed').map(shown),
  ]);
  io.out(',\n"degraded": ');
  writeList(
    io,
    items.filter(({ outcome }) => outcome === 'degraded').map(shown),
  );
  io.out(' }\n');
}

function shown({ node, hops, path, breaches }: ImpactItem) {
  return {
    node: node.ref,
    hops,
    path: path.map(step => step.node.ref ?? null),
    ...(breaches.length > 0 && { breaches }),
  };
}

function printLines(items: ImpactItem[], { down }: Impact, io: Io): void {
  const failed = items.filter(({ outcome }) => outcome === 'failed');
  const degraded = items.filter(({ outcome }) => outcome === 'degraded');
  const all = down.length + failed.length;
  io.out(`${counted(all, 'node')} down or failed\n`);
  writeLines(
    io,
    [...down.map(({ ref }) => `${ref}  down`), ...failed.map(line)],
    all,
  );
  io.out(`${counted(degraded.length, 'node')} degraded\n`);
  writeLines(io, degraded.map(line), degraded.length);
}

function line({ node, hops, path, breaches }: ImpactItem): string {
  const way = path.map(step => step.node.ref ?? 'hidden').join(' -> ');
  const broken = breaches
    .map(
      ({ objective, allowed, after }) =>
        `; breaks its ${objective.toLocaleUpperCase(
          'en-US',
        )} of ${allowed} after ${after}`,
    )
    .join('');
  return `${node.ref}  ${counted(hops, 'hop')}: ${way}${broken}`;
}
