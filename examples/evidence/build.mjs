import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * Turns evidence.yaml into submissions for `POST /api/continuity/evidence/batch`.
 *
 * The same `anchor` gives the same submissions, to the letter: pushing them again
 * is then recognised as known. payments-api comes first, see push.mjs.
 *
 * @param {string | URL} file - evidence.yaml
 * @param {number} anchor - the moment that ages are counted back from, epoch ms
 * @throws {Error} naming the service and the value when something cannot be read
 */
export function buildEvidence(file, anchor) {
  const declared = parse(readFileSync(file, 'utf8'));
  const { source, places, playbooks } = declared;
  const ago = age => new Date(anchor - millis(age)).toISOString();
  const submission = (kind, service, externalId, age, rest) => ({
    kind,
    source,
    externalId,
    entityRef: `component:default/${service}`,
    observedAt: ago(age),
    ...rest,
  });

  const deployments = ([service, runs]) =>
    runs.flatMap(({ version, age, took, to, outcome = 'succeeded' }) =>
      lookUp(places, to, service).map(place => {
        const [environment, region] = place.split('/');
        const finishedAt = ago(age);
        return submission(
          'deployment',
          service,
          `deployment/${service}/${version}/${place}`,
          age,
          {
            environment,
            ...(region && { region }),
            payload: {
              version: String(version),
              artifactDigest: digest(`${service}@${version}`),
              outcome,
              startedAt: new Date(
                Date.parse(finishedAt) - millis(took),
              ).toISOString(),
              finishedAt,
            },
          },
        );
      }),
    );

  const rollbackPlan = ([service, { age, owner, takes, playbook }]) => {
    const { within, steps, dataHandling } = lookUp(
      playbooks,
      playbook,
      service,
    );
    return submission('rollback-plan', service, `rollback/${service}`, age, {
      payload: {
        steps,
        decisionOwner: `group:default/${owner}`,
        decisionDeadline: within,
        expectedDuration: takes,
        dataHandling,
        document: `https://runbooks.alpenrand.example/${service}/rollback`,
      },
    });
  };

  const planReview = ([service, { age, by, outcome = 'approved', notes }]) =>
    submission('continuity-plan-review', service, `review/${service}`, age, {
      payload: {
        reviewedBy: `user:default/${by}`,
        document: `https://continuity.alpenrand.example/plans/${service}`,
        outcome,
        ...(notes && { notes }),
      },
    });

  const artifactCheck = ([service, { version, age, to, missing }]) => {
    const release = digest(`${service}@${version}`);
    const regions = lookUp(places, to, service).map(place => {
      const [, region] = place.split('/');
      return {
        region,
        registry: `registry.${region}.alpenrand.example`,
        missing:
          region === missing
            ? [{ digest: release, reason: 'its manifest is not found' }]
            : [],
        unanswered: [],
      };
    });
    return submission(
      'artifact-availability',
      service,
      `artifact/${service}/${version}`,
      age,
      {
        environment: 'production',
        payload: { release: { version }, digests: [release], regions },
      },
    );
  };

  const rollbacks = ([service, runs]) =>
    runs.map(({ from, to, age, took, outcome = 'succeeded' }) =>
      submission(
        'rollback-execution',
        service,
        `back/${service}/${from}`,
        age,
        {
          environment: 'production',
          payload: {
            from,
            to,
            outcome,
            startedAt: new Date(
              Date.parse(ago(age)) - millis(took),
            ).toISOString(),
            finishedAt: ago(age),
            dataLost: false,
          },
        },
      ),
    );

  const killSwitch = ([
    service,
    { flag, age, thrown, seconds, effective = true },
  ]) =>
    submission('kill-switch', service, `switch/${service}`, age, {
      environment: 'production',
      payload: {
        flag,
        provider: 'feature-flags',
        exists: true,
        ...(thrown && {
          rehearsal: { toggledAt: ago(thrown), effective, seconds },
        }),
      },
    });

  const driftScans = ([service, scans]) =>
    scans.map(
      ({ at, with: primary, age, objects, changed = [], missing = [] }) => {
        const [environment, region] = at.split('/');
        const against = primary === undefined ? 'git' : 'parity';
        const [comparedTo, comparedRegion] = primary?.split('/') ?? [];
        const drifted = new Set(changed.map(({ object }) => object)).size;
        return submission(
          'drift-scan',
          service,
          `drift/${service}/${against}/${at}`,
          age,
          {
            environment,
            region,
            payload: {
              against,
              scannedAt: ago(age),
              objects,
              inSync: objects - drifted - missing.length,
              changed: drifted,
              missing: missing.length,
              extra: 0,
              fields: changed.length,
              unauthorised: changed.filter(({ deploys }) => !deploys).length,
              unattributed: 0,
              ignored: 0,
              notCompared: 0,
              rules: { expired: 0, expiring: 0 },
              findings: [
                ...changed.map(field => changedField(field, ago)),
                ...missing.map(object => ({
                  object,
                  what: 'is not live',
                  change: 'missing',
                })),
              ],
              unlisted: 0,
              ...(primary !== undefined && {
                comparedWith: {
                  environment: comparedTo,
                  region: comparedRegion,
                },
              }),
            },
          },
        );
      },
    );

  return distinct([
    ...Object.entries(declared.rollbackPlans).map(rollbackPlan),
    ...Object.entries(declared.deployments).flatMap(deployments),
    ...Object.entries(declared.artifactChecks).map(artifactCheck),
    ...Object.entries(declared.rollbacks).flatMap(rollbacks),
    ...Object.entries(declared.killSwitches).map(killSwitch),
    ...Object.entries(declared.planReviews).map(planReview),
    ...Object.entries(declared.driftScans).flatMap(driftScans),
  ]);
}

/** A field that differs, as `continuity drift --push` reports it. */
function changedField(
  { object, path, label, desired, live, manager, written, deploys = false },
  ago,
) {
  const ownedAt = ago(written);
  const owner = `${manager} (Update, ${ownedAt})`;
  const shown = text => ({ state: 'shown', text: JSON.stringify(text) });
  return {
    object,
    what: `${label} differs; owner: ${owner}`,
    change: 'changed',
    path,
    label,
    desired: shown(desired),
    live: shown(live),
    owner,
    managers: [manager],
    ownedAt,
    authorised: deploys ? 'yes' : 'no',
  };
}

/** Length of a duration of days, hours and minutes, e.g. `P2DT3H`. */
export function millis(duration) {
  const parts =
    /^P(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration);
  if (!parts) {
    throw new Error(
      `"${duration}" is not a duration of days, hours and minutes, e.g. P2DT3H`,
    );
  }
  const [days = 0, hours = 0, minutes = 0] = parts
    .slice(1)
    .map(part => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60_000;
}

function lookUp(table, name, service) {
  if (!Object.hasOwn(table, name)) {
    throw new Error(
      `${service}: "${name}" is none of ${Object.keys(table).join(', ')}`,
    );
  }
  return table[name];
}

function digest(text) {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Two reports of one identity would contradict each other. */
function distinct(items) {
  const seen = new Set();
  for (const { kind, externalId } of items) {
    if (seen.has(`${kind} ${externalId}`)) {
      throw new Error(`"${externalId}" is declared twice`);
    }
    seen.add(`${kind} ${externalId}`);
  }
  return items;
}
