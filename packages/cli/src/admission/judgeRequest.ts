import type {
  GateDecision,
  GateRequest,
} from '@continuity/plugin-continuity-common';
import type { AdmissionRequest, KubernetesObject } from './AdmissionReview';
import type { AdmissionSettings } from './admissionSettings';
import { artifactsOf, MOST_DIGESTS, type Artifacts } from './artifacts';
import {
  AnnotationError,
  entityOf,
  matchesAny,
  placeOf,
  releaseOf,
  type Place,
} from './describeWorkload';
import { explainDecision } from './explainDecision';
import type { GateAnswer, GateDesk } from './GateDesk';
import {
  deny,
  denyOrWarn,
  pass,
  type Facts,
  type Judgement,
} from './Judgement';
import { judgedOwnerOf } from './owners';
import {
  changesContainers,
  runsPods,
  runsTheSame,
  templateOf,
} from './podTemplates';
import type { ServiceTiers } from './ServiceTiers';
import { withoutAnswer } from './withoutAnswer';

/** What a request is judged by. */
export interface Bench {
  settings: AdmissionSettings;
  desk: Pick<GateDesk, 'ask'>;
  tiers: Pick<ServiceTiers, 'of' | 'withKubernetesId'>;
  /** Never judged, besides those of the settings. */
  exemptNamespaces: readonly string[];
}

/**
 * Judges one request to the API server: what deploys nothing passes, everything else is
 * for the gate. What is not known well enough to ask the gate is denied.
 *
 * @param patienceMs - how long the gate may be waited for
 */
export async function judgeRequest(
  request: AdmissionRequest,
  bench: Bench,
  patienceMs: number,
): Promise<Judgement> {
  const { settings } = bench;
  const { object, namespace = '' } = request;
  const isWritten =
    request.operation === 'CREATE' || request.operation === 'UPDATE';
  if (!isWritten || !changesContainers(request) || !object) {
    return pass('not-judged', 'Only what is created or updated is judged.');
  }
  if (matchesAny(namespace, exemptOf(bench))) {
    return pass('exempt', `The namespace ${namespace} is exempt.`);
  }
  const template = templateOf(request.kind, object);
  if (!runsPods(request.kind) || !template) {
    return deny(
      'invalid',
      `${request.kind.kind}: the pods that it runs cannot be read. Next: take the kind out of the rules of the webhook, or mend the object.`,
    );
  }
  const owner = judgedOwnerOf(object, request, settings);
  if (owner !== undefined) {
    return pass('owned', `It was judged with ${owner}.`, { owner });
  }
  const before = request.oldObject
    ? templateOf(request.kind, request.oldObject)
    : undefined;
  const ignored = settings.ignoreTemplateAnnotations;
  if (before && runsTheSame(request.kind, before, template, ignored)) {
    return pass('unchanged', 'The pods that it runs stay as they are.');
  }
  try {
    return await judgeDeployment(
      { request, object, namespace },
      artifactsOf(template, settings),
      bench,
      patienceMs,
    );
  } catch (error) {
    if (!(error instanceof AnnotationError)) throw error;
    return deny('invalid', error.message);
  }
}

function exemptOf({ settings, exemptNamespaces }: Bench): string[] {
  return [...exemptNamespaces, ...settings.exemptNamespaces];
}

interface Deployment {
  request: AdmissionRequest;
  object: KubernetesObject;
  namespace: string;
}

async function judgeDeployment(
  { request, object, namespace }: Deployment,
  artifacts: Artifacts,
  bench: Bench,
  patienceMs: number,
): Promise<Judgement> {
  const { settings } = bench;
  const place = placeOf(namespace, settings);
  if (!place) {
    return deny(
      'invalid',
      `The namespace ${namespace} belongs to no environment. Next: have whoever runs the Continuity webhook add it under namespaces, or exempt it.`,
    );
  }
  const named = entityOf([object, request.oldObject], settings, id =>
    bench.tiers.withKubernetesId(id),
  );
  const facts: Facts = { ...place, ...(named && { entity: named.entity }) };
  if (!named) {
    return denyOrWarn(
      settings.unknownWorkloads,
      'unknown',
      `It belongs to no service that is known. Next: label it with the service's name in the catalog, ${keyOf(
        settings,
      )}=<name>.`,
      facts,
    );
  }
  const { entity } = named;
  if (!named.isCertain) {
    const why = 'the services were never read, so nobody knows whose id it has';
    return withoutAnswer(entity, why, facts, bench.tiers, settings);
  }
  const release = releaseOf(object);
  const { digests, tagged } = artifacts;
  if (digests.length > MOST_DIGESTS) {
    return deny(
      'invalid',
      `It runs ${digests.length} different images, more than ${MOST_DIGESTS}. Next: list what is no artifact of the service under ignoreImages.`,
      facts,
    );
  }
  const tags = warningOf(tagged);
  if (tags !== undefined && settings.tags === 'deny') {
    return deny('invalid', tags, facts);
  }
  const questions = questionsOf(
    { entity, ...place, ...release },
    digests,
    request.dryRun === true || settings.mode === 'audit',
  );
  const answers = await Promise.all(
    questions.map((question, at) =>
      bench.desk.ask(question, keyFor(request, question, at), patienceMs),
    ),
  );
  const judgement = judgeAnswers(answers, entity, facts, bench);
  return tags === undefined
    ? judgement
    : { ...judgement, warnings: [...judgement.warnings, tags] };
}

/** The strictest answer counts; what is denied is denied whatever else has no answer. */
function judgeAnswers(
  answers: readonly GateAnswer[],
  entity: string,
  facts: Facts,
  { settings, tiers }: Bench,
): Judgement {
  const decisions = answers.flatMap(answer =>
    answer.kind === 'decided' ? [answer.decision] : [],
  );
  const ids = decisions.flatMap(({ id }) => id ?? []);
  const told = {
    ...facts,
    ...(ids.length > 0 && { decisions: ids.join(',') }),
  };
  const refused = answers.find(({ kind }) => kind === 'refused');
  if (refused && refused.kind === 'refused') {
    return deny(
      'invalid',
      `The gate cannot be asked about it: ${refused.why}`,
      told,
    );
  }
  const strictest =
    decisions.find(({ verdict }) => verdict === 'deny') ??
    decisions.find(({ verdict }) => verdict === 'needs-approval');
  if (strictest) {
    const message = explainDecision(strictest, settings.portalUrl);
    return isUnknownService(strictest)
      ? denyOrWarn(settings.unknownWorkloads, 'unknown', message, told)
      : deny(strictest.verdict, message, told);
  }
  const missing = answers.find(({ kind }) => kind === 'none');
  if (missing && missing.kind === 'none') {
    return withoutAnswer(entity, missing.why, told, tiers, settings);
  }
  return pass('allow', explainDecision(decisions[0], settings.portalUrl), told);
}

/** Of a service that it does not know, the gate looks at nothing else. */
function isUnknownService({ reasons }: GateDecision): boolean {
  return reasons.some(
    ({ rule, verdict }) => rule === 'entity' && verdict === 'deny',
  );
}

function questionsOf(
  question: { entity: string } & Place & Partial<GateRequest>,
  digests: readonly string[],
  dryRun: boolean,
): GateRequest[] {
  const base: GateRequest = { ...question, ...(dryRun && { dryRun }) };
  return digests.length === 0
    ? [base]
    : digests.map(artifactDigest => ({ ...base, artifactDigest }));
}

/** The API server may send a request twice; it is decided once. */
function keyFor(
  { uid }: AdmissionRequest,
  { dryRun }: GateRequest,
  at: number,
): string | undefined {
  return dryRun || !/^[\x21-\x7e]{1,150}$/.test(uid)
    ? undefined
    : `admission.${uid}.${at}`;
}

function warningOf(tagged: readonly string[]): string | undefined {
  return tagged.length === 0
    ? undefined
    : `What ${tagged[0]} runs may change behind its tag. Next: name its digest, @sha256:...`;
}

function keyOf({ names }: Pick<AdmissionSettings, 'names'>): string {
  const [first] = names.flatMap(source =>
    'label' in source ? [source.label] : [],
  );
  return first ?? Object.values(names[0])[0];
}
