import {
  formatInstant,
  formatProblem,
  parseReleaseFacts,
} from '@continuity/engine';
import type {
  ClassificationRequest,
  ReleaseClassification,
  ReleaseDeclaredFacts,
} from '@continuity/plugin-continuity-common';
import { readMoment } from '../calendar/readMoments';
import { UsageError } from '../failures';
import { withConnection } from '../http/connect';
import type { ConnectionFlags } from '../http/connectionOptions';
import type { Io } from '../Io';
import { readEntityRef } from '../readEntityRef';
import { readName } from '../readName';
import { readMapping } from './readMapping';

/** What the portal is asked with. */
export interface ServerClassificationFlags extends ConnectionFlags {
  entity: string[];
  environment?: string[];
  region?: string[];
  from?: string;
  to?: string;
  incident?: string;
  file?: string;
}

/**
 * Asks the portal what class a release is of: by its rules, what it knows of the
 * services, and what the file declares.
 *
 * @throws UsageError, NoAnswerError
 */
export async function askForClassification(
  flags: ServerClassificationFlags,
  io: Io,
): Promise<ReleaseClassification> {
  const request = await readRequest(flags, io);
  return withConnection(flags, io, portal =>
    portal.ask(client => client.classifyRelease(request)),
  );
}

async function readRequest(
  flags: ServerClassificationFlags,
  io: Io,
): Promise<ClassificationRequest> {
  if (flags.environment === undefined) {
    throw new UsageError(
      '--environment: is missing; expected where it goes to',
    );
  }
  const window = readWindow(flags);
  const { incident, ...facts } = await readDeclared(flags.file, io);
  const named =
    flags.incident === undefined
      ? incident
      : readName('--incident', flags.incident, 200);
  return {
    entities: flags.entity.map(ref => readEntityRef('--entity', ref)),
    environments: flags.environment.map(name =>
      readName('--environment', name, 100),
    ),
    ...(flags.region && {
      regions: flags.region.map(name => readName('--region', name, 100)),
    }),
    ...(window && { window }),
    facts,
    ...(named !== undefined && { incident: named }),
  };
}

function readWindow({ from, to }: ServerClassificationFlags) {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) {
    throw new UsageError(
      `--${
        from === undefined ? 'from' : 'to'
      }: is missing; expected both --from and --to`,
    );
  }
  const start = readMoment('--from', from);
  const end = readMoment('--to', to);
  if (end <= start) {
    throw new UsageError(`--to: "${to}" is not after --from`);
  }
  return { start: formatInstant(start), end: formatInstant(end) };
}

async function readDeclared(
  file: string | undefined,
  io: Io,
): Promise<Pick<ClassificationRequest, 'incident'> & ReleaseDeclaredFacts> {
  if (file === undefined) return {};
  const read = parseReleaseFacts(await readMapping('--file', file, io), {
    tierIds: [],
  });
  if (!read.ok) {
    throw new UsageError(
      `--file: ${read.problems.map(formatProblem).join('; ')}`,
    );
  }
  const {
    incident,
    tier,
    blastRadius,
    calendar,
    history,
    touches,
    majorUpdates,
    ...rest
  } = read.value;
  const known = Object.entries({ tier, blastRadius, calendar, history })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .at(0);
  if (known !== undefined) {
    throw new UsageError(
      `--file: ${known}: the portal knows it itself; with --entity leave it out`,
    );
  }
  return {
    incident,
    ...rest,
    ...(touches && { touches: [...touches] }),
    ...(majorUpdates && { majorUpdates: [...majorUpdates] }),
  };
}
