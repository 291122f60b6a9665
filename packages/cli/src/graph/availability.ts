import { composeAvailability, type DependencyGraph } from '@continuity/engine';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { graphCommand, requireNodes, type GraphFlags } from './graphCommand';

interface Flags extends GraphFlags {
  root: string;
}

/** `continuity graph availability`: how often a root works with all that it needs. */
export function addAvailabilityCommand(
  parent: Command,
  io: Io,
  settle: Settle,
) {
  graphCommand<Flags>(parent, 'availability', io, settle, (graph, flags) =>
    answer(graph, flags, io),
  )
    .description(
      'How often a root works together with all that it needs; exact, or bounds that hold',
    )
    .requiredOption('--root <node>', 'whose availability');
}

function answer(graph: DependencyGraph, flags: Flags, io: Io) {
  requireNodes('--root', [flags.root], graph);
  const composed = composeAvailability(graph, flags.root);
  const { root, lower, upper, exact, because, missing, missingCount } =
    composed;
  if (flags.json) {
    const availability = exact ? lower : null;
    io.out(
      `${JSON.stringify(
        {
          root,
          availability,
          lower,
          upper,
          exact,
          because,
          missing,
          missingCount,
        },
        null,
        2,
      )}\n`,
    );
    return exitCodes.ok;
  }
  io.out(
    exact
      ? `${plainLine(root)} works ${lower} of the time.\n`
      : `${plainLine(
          root,
        )} works between ${lower} and ${upper} of the time.\n${plainLine(
          because ?? '',
        )}\n`,
  );
  if (missing.length > 0) {
    const more = missingCount > 20 ? ` and ${missingCount - 20} more` : '';
    io.out(
      `Nobody has said it of: ${plainLine(
        missing.slice(0, 20).join(', '),
      )}${more}\n`,
    );
  }
  return exitCodes.ok;
}
