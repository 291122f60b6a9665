import type { GateRequest } from '@continuity/plugin-continuity-common';
import { decisionOf } from '../testing/decisions';
import {
  deploymentOf,
  IMAGE,
  POD,
  podOf,
  podTemplateOf,
  REPLICA_SET_CONTROLLER,
  REPLICA_SET_OWNER,
  reviewOf,
  type ReviewParts,
} from './__testUtils__/reviews';
import { parseReview } from './AdmissionReview';
import { parseAdmissionSettings } from './admissionSettings';
import { judgeRequest } from './judgeRequest';

/** Judges, with a gate that allows everything and remembers what it was asked. */
async function judge(
  parts: ReviewParts,
  settings: object = {},
  withKubernetesId: (id: string) => string[] | undefined = () => [],
) {
  const questions: GateRequest[] = [];
  const judgement = await judgeRequest(
    parseReview(JSON.stringify(reviewOf(parts))),
    {
      settings: parseAdmissionSettings({
        namespaces: [{ match: 'payments', environment: 'production' }],
        ...settings,
      }),
      desk: {
        ask: async question => {
          questions.push(question);
          return { kind: 'decided', decision: decisionOf('allow') };
        },
      },
      tiers: {
        of: () => ({ known: false, why: 'nobody asks' }),
        withKubernetesId,
      },
      exemptNamespaces: ['kube-system'],
    },
    1_000,
  );
  return { ...judgement, questions };
}

const before = deploymentOf();
const update = (object: object): ReviewParts => ({
  operation: 'UPDATE',
  oldObject: before,
  object,
});
const restarted = deploymentOf({
  templateAnnotations: { 'kubectl.kubernetes.io/restartedAt': '2026-11-30' },
});
const cronJob = (schedule: string, image = IMAGE) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: before.metadata,
  spec: {
    schedule,
    jobTemplate: { spec: { template: podTemplateOf({ images: [image] }) } },
  },
});
const CRON_JOB = { group: 'batch', kind: 'CronJob', resource: 'cronjobs' };
const REPLICA_SET = { kind: 'ReplicaSet', resource: 'replicasets' };
const OWNED_BY_ROLLOUT = {
  ...REPLICA_SET_OWNER,
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
};

/** `kubectl debug`, as "Ephemeral Containers" of the Kubernetes documentation has it. */
function debugging(containers: object[], earlier: object[] = []): ReviewParts {
  const running = podOf({ ownerReferences: [REPLICA_SET_OWNER] });
  const withThem = (ephemeralContainers: object[]) => ({
    ...running,
    spec: { ...running.spec, ephemeralContainers },
  });
  return {
    ...POD,
    operation: 'UPDATE',
    subResource: 'ephemeralcontainers',
    oldObject: withThem(earlier),
    object: withThem(containers),
  };
}

describe('judgeRequest', () => {
  it.each<[what: string, parts: ReviewParts, outcome: string]>([
    ['a deletion', { operation: 'DELETE', oldObject: before }, 'not-judged'],
    ['a connection', { operation: 'CONNECT' }, 'not-judged'],
    [
      'a scaling',
      {
        operation: 'UPDATE',
        subResource: 'scale',
        object: { metadata: {}, spec: { replicas: 5 } },
        oldObject: { metadata: {}, spec: { replicas: 2 } },
      },
      'not-judged',
    ],
    ['more replicas', update(deploymentOf({ replicas: 9 })), 'unchanged'],
    [
      'another annotation of the Deployment',
      update(deploymentOf({ annotations: { a: 'b' } })),
      'unchanged',
    ],
    [
      'another schedule',
      {
        ...CRON_JOB,
        operation: 'UPDATE',
        oldObject: cronJob('0 1 * * *'),
        object: cronJob('0 2 * * *'),
      },
      'unchanged',
    ],
    [
      'another toleration of a Pod',
      {
        ...POD,
        operation: 'UPDATE',
        oldObject: podOf(),
        object: { ...podOf(), spec: { ...podOf().spec, tolerations: [] } },
      },
      'unchanged',
    ],
    [
      'a status of a Pod',
      { ...debugging([{}]), subResource: 'status' },
      'not-judged',
    ],
    [
      'a container to debug that is there already',
      debugging([{ image: 'busybox:1.37' }], [{ image: 'busybox:1.37' }]),
      'unchanged',
    ],
    [
      'a subresource of another kind',
      { ...debugging([{}]), group: 'apps', kind: 'Deployment' },
      'not-judged',
    ],
    ['a namespace of Kubernetes', { namespace: 'kube-system' }, 'exempt'],
    [
      'a Pod of a ReplicaSet',
      {
        ...POD,
        object: podOf({ ownerReferences: [REPLICA_SET_OWNER] }),
        username: REPLICA_SET_CONTROLLER,
      },
      'owned',
    ],
  ])('lets pass without asking: %s', async (_, parts, outcome) => {
    const judged = await judge(parts);
    expect([judged.allowed, judged.outcome]).toEqual([true, outcome]);
    expect(judged.questions).toEqual([]);
  });

  it.each<[what: string, parts: ReviewParts]>([
    ['what is new', {}],
    ['another image', update(deploymentOf({ images: ['api:2.5.0'] }))],
    ['a restart', update(restarted)],
    [
      'another image of a CronJob',
      {
        ...CRON_JOB,
        operation: 'UPDATE',
        oldObject: cronJob('0 1 * * *'),
        object: cronJob('0 1 * * *', 'api:2.5.0'),
      },
    ],
    ['a Pod of nobody', { ...POD, object: podOf() }],
    ['a container to debug a Pod', debugging([{ image: 'busybox:1.37' }])],
    [
      'another container to debug it',
      debugging(
        [{ image: 'busybox:1.37' }, { image: 'alpine:3.23' }],
        [{ image: 'busybox:1.37' }],
      ),
    ],
    [
      'a Pod that somebody says is owned',
      { ...POD, object: podOf({ ownerReferences: [REPLICA_SET_OWNER] }) },
    ],
    [
      'a Pod that another controller made',
      {
        ...POD,
        object: podOf({ ownerReferences: [REPLICA_SET_OWNER] }),
        username: 'system:serviceaccount:kube-system:job-controller',
      },
    ],
    [
      'a ReplicaSet whose owner is not judged',
      {
        ...REPLICA_SET,
        object: deploymentOf({ ownerReferences: [OWNED_BY_ROLLOUT] }),
        username: 'system:serviceaccount:argo-rollouts:argo-rollouts',
      },
    ],
    [
      'a Deployment that leaves its label out',
      update(deploymentOf({ service: '', images: ['api:2.5.0'] })),
    ],
  ])('asks about %s', async (_, parts) => {
    const { outcome, questions } = await judge(parts);
    expect(outcome).toBe('allow');
    expect(questions).toEqual([
      expect.objectContaining({ entity: 'component:default/payments-api' }),
    ]);
  });

  it.each<[what: string, parts: ReviewParts, message: string]>([
    [
      'a namespace of no environment',
      { namespace: 'other' },
      'under namespaces',
    ],
    [
      'a class that there is none of',
      {
        object: deploymentOf({
          annotations: { 'continuity.dev/class': 'big' },
        }),
      },
      'continuity.dev/class: "big" is not one of standard, major, emergency',
    ],
    [
      'an operation that there is none of',
      {
        object: deploymentOf({
          annotations: { 'continuity.dev/operation': 'x' },
        }),
      },
      'is not deploy or rollback',
    ],
    [
      'a change without a reference',
      {
        object: deploymentOf({ annotations: { 'continuity.dev/change': '' } }),
      },
      'continuity.dev/change: has 0 characters',
    ],
    [
      'a name that no entity has',
      { object: deploymentOf({ service: 'a b' }) },
      'app.kubernetes.io/name: "a b" is not the name of a service',
    ],
    [
      'a kind whose pods it does not know',
      { group: 'argoproj.io', kind: 'Rollout', resource: 'rollouts' },
      'cannot be read',
    ],
    [
      'a Deployment without containers',
      { object: { metadata: {}, spec: { template: { spec: {} } } } },
      'cannot be read',
    ],
  ])('denies %s', async (_, parts, message) => {
    const judged = await judge(parts);
    expect([judged.allowed, judged.outcome]).toEqual([false, 'invalid']);
    expect(judged.message).toContain(message);
    expect(judged.questions).toEqual([]);
  });

  it('lets a restart pass when the settings leave its annotation aside', async () => {
    const ignoreTemplateAnnotations = ['kubectl.kubernetes.io/restartedAt'];
    const judged = await judge(update(restarted), {
      ignoreTemplateAnnotations,
    });
    expect(judged.outcome).toBe('unchanged');
  });

  it('takes the word of other controllers that it is told of', async () => {
    const user = 'system:serviceaccount:operators:pods';
    const judged = await judge(
      {
        ...POD,
        object: podOf({ ownerReferences: [REPLICA_SET_OWNER] }),
        username: user,
      },
      { controllers: [{ user, owners: ['ReplicaSet'] }] },
    );
    expect(judged.outcome).toBe('owned');
  });

  it('finds services by an annotation, a ref, or a name of their own', async () => {
    const id = 'backstage.io/kubernetes-id';
    const asked = async (value: string) => {
      const object = deploymentOf({ annotations: { [id]: value } });
      const { questions } = await judge(
        { object },
        { services: { 'old-name': 'component:bank/renamed' } },
      );
      return questions[0].entity;
    };
    expect(await asked('ledger')).toBe('component:default/ledger');
    expect(await asked('resource:bank/queue')).toBe('resource:bank/queue');
    expect(await asked('old-name')).toBe('component:bank/renamed');
    expect(await asked('constructor')).toBe('component:default/constructor');
  });

  describe('by the id that Backstage finds workloads with', () => {
    const labelled = (id: string) => {
      const object = deploymentOf();
      return {
        object: {
          ...object,
          metadata: {
            ...object.metadata,
            labels: { 'backstage.io/kubernetes-id': id },
          },
        },
      };
    };
    const services: Record<string, string[]> = {
      'pay-1': ['component:bank/payments-api'],
      shared: ['component:default/one', 'component:default/two'],
    };
    const having = (id: string) => services[id] ?? [];

    it.each([
      ['an id', 'pay-1', 'component:bank/payments-api'],
      ['no id, so a name', 'ledger', 'component:default/ledger'],
      ['a ref', 'component:bank/ledger', 'component:bank/ledger'],
    ])('asks about the service of %s', async (_, id, entity) => {
      const { questions } = await judge(labelled(id), {}, having);
      expect(questions).toEqual([expect.objectContaining({ entity })]);
    });

    it('denies where it is of two, and names both', async () => {
      const judged = await judge(labelled('shared'), {}, having);
      expect(judged).toMatchObject({ allowed: false, outcome: 'invalid' });
      expect(judged.message).toContain('component:default/one');
      expect(judged.message).toContain('component:default/two');
    });

    it('denies while nobody knows the ids', async () => {
      const judged = await judge(labelled('pay-1'), {}, () => undefined);
      expect(judged).toMatchObject({ allowed: false, outcome: 'no-answer' });
      expect(judged.questions).toEqual([]);
    });
  });
});
