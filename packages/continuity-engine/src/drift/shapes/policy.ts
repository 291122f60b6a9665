import { bagIn, fill, isBag, textOf, type Bag } from '../values';
import { metadata } from './metadata';
import {
  ANY,
  by,
  FALSE,
  listBy,
  listOfEach,
  SELECTOR,
  SKIP,
  struct,
  type Shape,
} from './Shape';

/** What tools write where a bundle will be injected: nothing, or a line break. */
function dropPlaceholder(holder: Bag): void {
  if (['', 'Cg==', '\n'].includes(textOf(holder.caBundle) ?? 'none')) {
    delete holder.caBundle;
  }
}

/** Injected by cert-manager, Vault and their like where the author writes none. */
const clientConfig = struct(
  {
    caBundle: { allocated: true, scalar: 'base64' },
    service: struct({ port: by(443) }),
  },
  { prepare: dropPlaceholder },
);

const matchRule = struct({ scope: by('*') });

const webhookFields = {
  clientConfig,
  failurePolicy: by('Fail'),
  matchPolicy: by('Equivalent'),
  timeoutSeconds: by(10),
  rules: listOfEach(matchRule),
  matchConditions: listBy(['name']),
} satisfies Record<string, Shape>;

const validating = struct({
  metadata,
  webhooks: listBy(['name'], struct(webhookFields)),
});

const mutating = struct({
  metadata,
  webhooks: listBy(
    ['name'],
    struct({ ...webhookFields, reinvocationPolicy: by('Never') }),
  ),
});

const customResource = struct({
  metadata,
  status: SKIP,
  spec: struct(
    {
      // What was dropped from v1 as false.
      preserveUnknownFields: FALSE,
      names: struct({ shortNames: ANY }),
      conversion: struct({
        strategy: by('None'),
        webhook: struct({ clientConfig }),
      }),
      versions: listBy(
        ['name'],
        struct({
          subresources: struct({ status: SELECTOR }),
          additionalPrinterColumns: listOfEach(struct({ priority: by(0) })),
        }),
      ),
    },
    {
      prepare: spec => {
        bagIn(spec, 'conversion');
        const names = bagIn(spec, 'names');
        const kind = textOf(names.kind);
        if (kind !== undefined) {
          fill(names, 'listKind', `${kind}List`);
          fill(names, 'singular', kind.toLowerCase());
        }
      },
    },
  ),
});

const apiService = struct({
  metadata,
  status: SKIP,
  spec: struct(
    {
      caBundle: { allocated: true, scalar: 'base64' },
      service: struct({ port: by(443) }),
    },
    { prepare: dropPlaceholder },
  ),
});

/** A group name is the group that users and groups are of. */
const subject = struct(
  {},
  {
    prepare: node => {
      if (node.kind === 'User' || node.kind === 'Group') {
        fill(node, 'apiGroup', 'rbac.authorization.k8s.io');
      }
    },
  },
);

const roleRef = struct({ apiGroup: by('rbac.authorization.k8s.io') });

const clusterRole = struct(
  { metadata, rules: ANY },
  {
    // The controller fills in the rules of a role that is made of others.
    prepare: node => {
      if (isBag(node.aggregationRule)) delete node.rules;
    },
  },
);

const binding = struct({ metadata, subjects: listOfEach(subject), roleRef });

const certificate = struct({
  metadata,
  status: SKIP,
  spec: struct({
    duration: { scalar: 'duration' },
    renewBefore: { scalar: 'duration' },
  }),
});

const flux = struct({
  metadata,
  status: SKIP,
  spec: struct({
    interval: { scalar: 'duration' },
    retryInterval: { scalar: 'duration' },
    timeout: { scalar: 'duration' },
  }),
});

/** Kinds that say who may do what, and what else the API serves. */
export const policy: Readonly<Record<string, Shape>> = {
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': validating,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': mutating,
  'apiextensions.k8s.io/CustomResourceDefinition': customResource,
  'apiregistration.k8s.io/APIService': apiService,
  'rbac.authorization.k8s.io/ClusterRole': clusterRole,
  'rbac.authorization.k8s.io/Role': struct({ metadata, rules: ANY }),
  'rbac.authorization.k8s.io/ClusterRoleBinding': binding,
  'rbac.authorization.k8s.io/RoleBinding': binding,
  'cert-manager.io/Certificate': certificate,
  'source.toolkit.fluxcd.io/GitRepository': flux,
  'source.toolkit.fluxcd.io/HelmRepository': flux,
  'source.toolkit.fluxcd.io/OCIRepository': flux,
  'kustomize.toolkit.fluxcd.io/Kustomization': flux,
  'helm.toolkit.fluxcd.io/HelmRelease': flux,
};
