import {
  continuityDriftReadPermission,
  type DriftStanding,
} from '@continuity/plugin-continuity-common';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  canonicalRef,
  plainText,
  queryNumber,
  queryPage,
  queryText,
  type Access,
} from '../http';
import type { DriftFilter, DriftReader } from './DriftReader';
import type { ParityReader } from './ParityReader';
import type { ServiceFilter } from './ServiceFilter';

const AGAINST = ['git', 'baseline', 'parity'] as const;
const STANDINGS: readonly DriftStanding[] = [
  'in-sync',
  'attributed',
  'unauthorised',
  'unknown',
];
const PARITY_STATES = ['in-sync', 'findings', 'not-compared'] as const;

/** `/drift`, `/drift/parity`, and the drift of an entity. */
export function createDriftRoutes(options: {
  access: Access;
  reader: DriftReader;
  parity: ParityReader;
}): Router {
  const { access, reader, parity } = options;
  const router = PromiseRouter();
  const callerOf = (req: Request) =>
    access.caller(req, continuityDriftReadPermission);

  router.get('/drift', async (req, res) => {
    const caller = await callerOf(req);
    res.json(await reader.list(readFilter(req), queryPage(req), caller));
  });

  router.get('/drift/parity', async (req, res) => {
    const caller = await callerOf(req);
    const state = oneOf(queryText(req, 'state'), PARITY_STATES);
    res.json(
      await parity.list(
        { ...readServiceFilter(req), ...(state && { state }) },
        queryPage(req),
        caller,
      ),
    );
  });

  router.get('/entities/:kind/:namespace/:name/drift', async (req, res) => {
    const { kind, namespace, name } = req.params;
    const caller = await callerOf(req);
    const entityRef = canonicalRef('path', `${kind}:${namespace}/${name}`);
    const region = queryText(req, 'region');
    res.json({
      entityRef,
      items: await reader.ofEntity(
        entityRef,
        { ...readPlace(req), ...(region !== undefined && { region }) },
        caller,
      ),
    });
  });

  return router;
}

function readFilter(req: Request): DriftFilter {
  const standings = queryTexts(req, 'standing').flatMap(
    text => oneOf(text, STANDINGS) ?? [],
  );
  const olderThanDays = queryNumber(req, 'olderThanDays', 0);
  return {
    ...readServiceFilter(req),
    ...readPlace(req),
    ...(standings.length > 0 && { standings }),
    ...(olderThanDays > 0 && { olderThanDays }),
  };
}

function readPlace(req: Request) {
  const environment = queryText(req, 'environment');
  const against = oneOf(queryText(req, 'against'), AGAINST);
  return {
    ...(environment !== undefined && { environment }),
    ...(against && { against }),
  };
}

function readServiceFilter(req: Request): ServiceFilter {
  const owners = queryTexts(req, 'owner').map(owner =>
    owner === 'none' ? owner : canonicalRef('owner', owner),
  );
  const tiers = queryTexts(req, 'tier');
  const text = queryText(req, 'text');
  return {
    ...(owners.length > 0 && { owners }),
    ...(tiers.length > 0 && { tiers }),
    ...(text !== undefined && { text }),
  };
}

function queryTexts(req: Request, name: string): string[] {
  const given: unknown = req.query[name];
  return given === undefined || given === null
    ? []
    : [given].flat().map(one => plainText(name, String(one)));
}

/** The OpenAPI document has refused everything else already. */
function oneOf<T extends string>(
  text: string | undefined,
  among: readonly T[],
): T | undefined {
  return among.find(one => one === text);
}
