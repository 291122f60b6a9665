import { makeBaseline } from '@continuity/engine';
import type { Baseline } from '@continuity/plugin-continuity-common';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { readTrustedKeys } from '../decision/readTrustedKeys';
import { readManifests } from '../drift/readManifests';
import { exitCodes, type ExitCode } from '../exitCodes';
import { UsageError } from '../failures';
import { repeated } from '../graph/repeated';
import { withConnection } from '../http/connect';
import {
  addConnectionOptions,
  type ConnectionFlags,
} from '../http/connectionOptions';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { readEntityRef } from '../readEntityRef';
import { readName } from '../readName';
import {
  fetchBaseline,
  fetchSignedBaseline,
  type BaselinePlace,
} from './fetchBaseline';

interface PlaceFlags extends ConnectionFlags {
  entity: string;
  environment: string;
  region?: string;
  json?: boolean;
}

/** `continuity baseline propose`, `show` and `verify`. */
export function addBaselineCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const baseline = program
    .command('baseline')
    .description('What an environment is held against, version by version');
  const propose = baseline
    .command('propose')
    .description(
      'Propose what runs, or what is desired, as the next baseline, under a change. It counts once somebody promotes it. Secrets are masked before they are sent.',
    )
    .requiredOption(
      '--objects <path>',
      'a folder, a file, or - for standard input',
    )
    .requiredOption('--change <id>', 'the change of it, a UUID')
    .option('--note <text>', 'what it is');
  addPlaceOptions(propose).action(
    async (
      flags: PlaceFlags & { objects: string; change: string; note?: string },
    ) => settle(await proposeBaseline(flags, io)),
  );
  const show = baseline
    .command('show')
    .description('Print the baseline that counts');
  addPlaceOptions(show).action(async (flags: PlaceFlags) =>
    settle(await showBaseline(flags, io)),
  );
  const verify = baseline
    .command('verify')
    .description(
      'Verify that the baseline that counts is signed and unaltered. Exits 3 when it may not be relied on.',
    )
    .requiredOption(
      '--key <file>',
      'public keys that are trusted, in PEM; may be repeated',
      repeated,
    );
  addPlaceOptions(verify).action(
    async (flags: PlaceFlags & { key: string[] }) =>
      settle(await verifyBaseline(flags, io)),
  );
}

function addPlaceOptions(command: Command): Command {
  return addConnectionOptions(
    command
      .requiredOption('--entity <ref>', 'the service')
      .requiredOption('--environment <name>', 'the environment of it')
      .option('--region <name>', 'one region of that')
      .option('--json', 'print it as JSON'),
  );
}

async function proposeBaseline(
  flags: PlaceFlags & { objects: string; change: string; note?: string },
  io: Io,
): Promise<ExitCode> {
  const { environment, region, entityRef } = placeOf(flags);
  const made = makeBaseline(
    await readManifests('--objects', flags.objects, io),
  );
  if ('problems' in made) {
    const [{ source, message }] = made.problems;
    throw new UsageError(plainLine(`--objects: ${source}: ${message}`));
  }
  const { snapshot } = made;
  return withConnection(flags, io, async connection => {
    const proposed = await connection.ask(client =>
      client.proposeBaseline(entityRef, {
        environment,
        ...(region !== undefined && { region }),
        changeId: flags.change,
        objects: [...snapshot.objects],
        ...(flags.note !== undefined && { note: flags.note }),
      }),
    );
    print(proposed, flags, io);
    io.err(
      'next: have it promoted, once its change is approved; somebody else than who proposed it where approvals are needed\n',
    );
    return exitCodes.ok;
  });
}

async function showBaseline(flags: PlaceFlags, io: Io): Promise<ExitCode> {
  return withConnection(flags, io, async connection => {
    print(await fetchBaseline(placeOf(flags), connection), flags, io);
    return exitCodes.ok;
  });
}

async function verifyBaseline(
  flags: PlaceFlags & { key: string[] },
  io: Io,
): Promise<ExitCode> {
  const keys = await readTrustedKeys(flags.key, io);
  return withConnection(flags, io, async connection => {
    const { snapshot, version, keyId } = await fetchSignedBaseline(
      placeOf(flags),
      keys,
      connection,
    );
    const { digest, objects } = snapshot;
    io.out(
      flags.json
        ? `${JSON.stringify({ version, digest, keyId }, null, 2)}\n`
        : `VERIFIED version ${version}, ${objects.length} objects, ${digest}, signed with key ${keyId}\n`,
    );
    return exitCodes.ok;
  });
}

function placeOf({ entity, environment, region }: PlaceFlags): BaselinePlace {
  return {
    entityRef: readEntityRef('--entity', entity),
    environment: readName('--environment', environment, 100),
    ...(region !== undefined && { region: readName('--region', region, 100) }),
  };
}

function print(baseline: Baseline, { json }: { json?: boolean }, io: Io): void {
  const { id, state, version, digest, objectCount, changeId } = baseline;
  io.out(
    json
      ? `${JSON.stringify(baseline, null, 2)}\n`
      : `${plainLine(
          `${state.toUpperCase()}${
            version === undefined ? '' : ` version ${version}`
          } ${objectCount} objects, ${digest}, change ${changeId}, id ${id}`,
        )}\n`,
  );
}
