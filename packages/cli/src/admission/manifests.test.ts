import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findManifestProblems } from '@continuity/kubernetes-schemas';
import { parse, parseAllDocuments } from 'yaml';
import { createProgram } from '../createProgram';
import { createTestIo } from '../testing/createTestIo';
import { parseAdmissionSettings } from './admissionSettings';
import { CONTROLLER_USERS } from './owners';
import { runsPods } from './podTemplates';

const FOLDER = path.resolve(
  __dirname,
  '../../../../examples/kubernetes/admission',
);

const read = (file: string) =>
  parseAllDocuments(readFileSync(path.join(FOLDER, file), 'utf8')).map(
    document => document.toJS(),
  );
const one = (file: string, kind: string) =>
  read(file).find(manifest => manifest.kind === kind);

/** Of cert-manager and kustomize there are no schemas here. */
const NOT_KUBERNETES = ['certificate.yaml', 'kustomization.yaml'];

describe('the manifests of the webhook', () => {
  const files = readdirSync(FOLDER);

  it.each(files.filter(file => !NOT_KUBERNETES.includes(file)))(
    '%s is what Kubernetes expects',
    file => {
      expect(read(file).flatMap(findManifestProblems)).toEqual([]);
    },
  );

  it('are all listed, and name each other', () => {
    const { resources } = one('kustomization.yaml', 'Kustomization');
    expect([...resources, 'kustomization.yaml'].sort()).toEqual(files.sort());
    const service = one('service.yaml', 'Service');
    const { clientConfig } = one(
      'webhook.yaml',
      'ValidatingWebhookConfiguration',
    ).webhooks[0];
    const { name, namespace } = service.metadata;
    expect(clientConfig.service).toMatchObject({ name, namespace, port: 443 });
    const { spec } = one('deployment.yaml', 'Deployment');
    expect(spec.template.metadata.labels).toMatchObject(service.spec.selector);
    expect(one('service.yaml', 'PodDisruptionBudget').spec.selector).toEqual(
      spec.selector,
    );
    expect(one('certificate.yaml', 'Certificate').spec.dnsNames).toEqual([
      `${name}.${namespace}.svc`,
    ]);
  });

  it('start the webhook with options that it has and settings that it takes', () => {
    const { spec } = one('deployment.yaml', 'Deployment');
    const [{ args, env }] = spec.template.spec.containers;
    const serve = createProgram(createTestIo(), () => {})
      .commands.find(command => command.name() === 'admission')
      ?.commands.find(command => command.name() === 'serve');
    const known = serve?.options.map(({ long }) => long);
    for (const option of args.slice(2)) {
      expect(known).toContain(option.split('=')[0]);
    }
    expect(env.map((variable: { name: string }) => variable.name)).toEqual([
      'CONTINUITY_URL',
      'CONTINUITY_TOKEN',
      'POD_NAMESPACE',
    ]);
    const settings = parse(
      one('config.yaml', 'ConfigMap').data['admission.yaml'],
    );
    expect(parseAdmissionSettings(settings).mode).toBe('audit');
  });

  it('send the webhook every kind that it judges, and no other', () => {
    const [{ rules, timeoutSeconds, sideEffects }] = one(
      'webhook.yaml',
      'ValidatingWebhookConfiguration',
    ).webhooks;
    const kinds: Record<string, string> = {
      deployments: 'Deployment',
      statefulsets: 'StatefulSet',
      daemonsets: 'DaemonSet',
      replicasets: 'ReplicaSet',
      jobs: 'Job',
      cronjobs: 'CronJob',
      pods: 'Pod',
      'pods/ephemeralcontainers': 'Pod',
    };
    const sent = rules.flatMap(
      (rule: { apiGroups: string[]; resources: string[] }) =>
        rule.resources.map(resource => ({
          group: rule.apiGroups[0],
          version: 'v1',
          kind: kinds[resource],
        })),
    );
    expect(sent).toHaveLength(8);
    expect(sent.every(runsPods)).toBe(true);
    expect(sideEffects).toBe('NoneOnDryRun');
    const { answerWithin } = parseAdmissionSettings({
      namespaces: [{ match: '*', environment: 'production' }],
    });
    expect(answerWithin).toBeLessThan(timeoutSeconds * 1_000);
  });

  it('keep from the webhook whose word it takes anyway, and nobody else', () => {
    const [{ matchConditions }] = one(
      'webhook.yaml',
      'ValidatingWebhookConfiguration',
    ).webhooks;
    const { expression } = matchConditions[0];
    const list =
      /^!\(request\.userInfo\.username in \[ ?(.*)\]\)$/.exec(
        expression,
      )?.[1] ?? '';
    expect(list.split(/, ?/)).toEqual(CONTROLLER_USERS.map(it => `'${it}'`));
  });
});
