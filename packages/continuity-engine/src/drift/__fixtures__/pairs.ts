/**
 * Objects as people keep them in Git, and as an API server returns them: with its
 * defaults, what controllers add, and who wrote what.
 */
export interface Pair {
  /** An issue, or a page of the documentation, that says why the two are one. */
  readonly source: string;
  readonly desired: string;
  readonly live: string;
}

/** Metadata that the API server sets. */
const served = (fields: string) => `
    uid: 5c0ffee0-1111-4222-8333-444455556666
    resourceVersion: "48213"
    generation: 3
    creationTimestamp: "2026-10-01T08:00:00Z"
    managedFields:
    - manager: argocd-controller
      operation: Apply
      apiVersion: v1
      time: "2026-10-01T08:00:00Z"
      fieldsType: FieldsV1
      fieldsV1: ${fields}
    - manager: kube-controller-manager
      operation: Update
      apiVersion: v1
      time: "2026-10-02T08:00:00Z"
      fieldsType: FieldsV1
      subresource: status
      fieldsV1: {"f:status": {"f:conditions": {}}}`;

const podDefaults = `
      restartPolicy: Always
      terminationGracePeriodSeconds: 30
      dnsPolicy: ClusterFirst
      schedulerName: default-scheduler
      securityContext: {}`;

const containerDefaults = `
        terminationMessagePath: /dev/termination-log
        terminationMessagePolicy: File`;

export const pairs = {
  deployment: {
    source: 'Kubernetes API reference: Deployment v1 apps, defaults',
    desired: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments-api
  namespace: shop
  labels: {app: payments-api, app.kubernetes.io/part-of: payments}
  annotations: {team: payments}
spec:
  replicas: 3
  selector: {matchLabels: {app: payments-api}}
  template:
    metadata: {labels: {app: payments-api}}
    spec:
      serviceAccountName: payments
      initContainers:
      - {name: wait, image: "registry.example.com/wait:1.0"}
      - {name: migrate, image: "registry.example.com/migrate:2.1"}
      containers:
      - name: api
        image: registry.example.com/payments-api:1.4.2
        args: ["--listen=:8080", "--workers=4"]
        ports: [{name: http, containerPort: 8080}]
        env:
        - {name: LOG_LEVEL, value: info}
        - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
        - {name: POD_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
        resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {cpu: "1", memory: 1Gi}}
        readinessProbe: {httpGet: {path: /healthz, port: http}, periodSeconds: 5}
        securityContext: {runAsNonRoot: true, readOnlyRootFilesystem: true}
        volumeMounts: [{name: config, mountPath: /etc/app}]
      volumes:
      - {name: config, configMap: {name: payments}}
`,
    live: `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments-api
  namespace: shop
  labels: {app: payments-api, app.kubernetes.io/part-of: payments}
  annotations: {team: payments, deployment.kubernetes.io/revision: "7"}${served(
    `{"f:metadata": {"f:labels": {"f:app": {}}}, "f:spec": {"f:replicas": {}, "f:template": {"f:spec": {"f:containers": {'k:{"name":"api"}': {".": {}, "f:name": {}, "f:image": {}, "f:args": {}, "f:env": {'k:{"name":"LOG_LEVEL"}': {".": {}, "f:name": {}, "f:value": {}}}}}}}}}`,
  ).replace(/\n {4}/g, '\n  ')}
spec:
  progressDeadlineSeconds: 600
  replicas: 3
  revisionHistoryLimit: 10
  selector: {matchLabels: {app: payments-api}}
  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 25%}}
  template:
    metadata: {creationTimestamp: null, labels: {app: payments-api}}
    spec:${podDefaults}
      serviceAccount: payments
      serviceAccountName: payments
      initContainers:
      - name: wait
        image: registry.example.com/wait:1.0
        imagePullPolicy: IfNotPresent
        resources: {}${containerDefaults}
      - name: migrate
        image: registry.example.com/migrate:2.1
        imagePullPolicy: IfNotPresent
        resources: {}${containerDefaults}
      containers:
      - name: api
        image: registry.example.com/payments-api:1.4.2
        imagePullPolicy: IfNotPresent
        args: ["--listen=:8080", "--workers=4"]
        ports: [{name: http, containerPort: 8080, protocol: TCP}]
        env:
        - {name: LOG_LEVEL, value: info}
        - {name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: db, key: password}}}
        - {name: POD_IP, valueFrom: {fieldRef: {apiVersion: v1, fieldPath: status.podIP}}}
        resources: {requests: {cpu: 100m, memory: 256Mi}, limits: {cpu: "1", memory: 1Gi}}
        readinessProbe: {httpGet: {path: /healthz, port: http, scheme: HTTP}, periodSeconds: 5, timeoutSeconds: 1, successThreshold: 1, failureThreshold: 3}
        securityContext: {runAsNonRoot: true, readOnlyRootFilesystem: true}
        volumeMounts: [{name: config, mountPath: /etc/app}]${containerDefaults}
      volumes:
      - {name: config, configMap: {name: payments, defaultMode: 420}}
status: {observedGeneration: 3, replicas: 3, readyReplicas: 3}
`,
  },
  statefulSet: {
    source: 'argoproj/argo-cd#11143',
    desired: `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ledger-db, namespace: shop}
spec:
  serviceName: ledger-db
  replicas: 2
  selector: {matchLabels: {app: ledger-db}}
  template:
    metadata: {labels: {app: ledger-db}}
    spec:
      terminationGracePeriodSeconds: 60
      containers:
      - name: db
        image: postgres:16
        volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]
  volumeClaimTemplates:
  - metadata: {name: data}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 10Gi}}
`,
    live: `
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ledger-db
  namespace: shop${served(
    `{"f:spec": {"f:replicas": {}, "f:serviceName": {}}}`,
  ).replace(/\n {4}/g, '\n  ')}
spec:
  persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Retain}
  podManagementPolicy: OrderedReady
  replicas: 2
  revisionHistoryLimit: 10
  selector: {matchLabels: {app: ledger-db}}
  serviceName: ledger-db
  template:
    metadata: {creationTimestamp: null, labels: {app: ledger-db}}
    spec:
      restartPolicy: Always
      terminationGracePeriodSeconds: 60
      dnsPolicy: ClusterFirst
      schedulerName: default-scheduler
      securityContext: {}
      containers:
      - name: db
        image: postgres:16
        imagePullPolicy: IfNotPresent
        resources: {}
        volumeMounts: [{name: data, mountPath: /var/lib/postgresql/data}]${containerDefaults}
  updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 0}}
  volumeClaimTemplates:
  - apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: {creationTimestamp: null, name: data}
    spec:
      accessModes: [ReadWriteOnce]
      resources: {requests: {storage: 10Gi}}
      volumeMode: Filesystem
    status: {phase: Pending}
`,
  },
  daemonSet: {
    source:
      'Kubernetes API reference: DaemonSet v1 apps; PodSpec hostNetwork, host ports',
    desired: `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: node-agent, namespace: ops}
spec:
  selector: {matchLabels: {app: node-agent}}
  template:
    metadata: {labels: {app: node-agent}}
    spec:
      hostNetwork: true
      tolerations: [{operator: Exists}]
      containers:
      - name: agent
        image: registry.example.com/agent
        ports: [{containerPort: 9100, name: metrics}]
        volumeMounts: [{name: root, mountPath: /host, readOnly: true}]
      volumes: [{name: root, hostPath: {path: /}}]
`,
    live: `
apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: node-agent
  namespace: ops
  annotations: {deprecated.daemonset.template.generation: "4"}
spec:
  revisionHistoryLimit: 10
  selector: {matchLabels: {app: node-agent}}
  template:
    metadata: {creationTimestamp: null, labels: {app: node-agent}}
    spec:${podDefaults}
      hostNetwork: true
      tolerations: [{operator: Exists}]
      containers:
      - name: agent
        image: registry.example.com/agent
        imagePullPolicy: Always
        resources: {}
        ports: [{containerPort: 9100, hostPort: 9100, name: metrics, protocol: TCP}]
        volumeMounts: [{name: root, mountPath: /host, readOnly: true}]${containerDefaults}
      volumes: [{name: root, hostPath: {path: /, type: ""}}]
  updateStrategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}
`,
  },
  service: {
    source:
      'Kubernetes API reference: Service v1, defaults and allocated fields',
    desired: `
apiVersion: v1
kind: Service
metadata: {name: payments-api, namespace: shop}
spec:
  selector: {app: payments-api}
  type: NodePort
  ports:
  - {name: http, port: 80, targetPort: "8080"}
  - {name: grpc, port: 9090}
`,
    live: `
apiVersion: v1
kind: Service
metadata: {name: payments-api, namespace: shop, uid: a, resourceVersion: "9", selfLink: /api/v1/x}
spec:
  clusterIP: 10.3.4.5
  clusterIPs: [10.3.4.5]
  externalTrafficPolicy: Cluster
  internalTrafficPolicy: Cluster
  ipFamilies: [IPv4]
  ipFamilyPolicy: SingleStack
  selector: {app: payments-api}
  sessionAffinity: None
  type: NodePort
  ports:
  - {name: http, port: 80, targetPort: 8080, protocol: TCP, nodePort: 31080}
  - {name: grpc, port: 9090, targetPort: 9090, protocol: TCP, nodePort: 31090}
status: {loadBalancer: {}}
`,
  },
  ingress: {
    source: 'Kubernetes API reference: Ingress v1',
    desired: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
  annotations: {cert-manager.io/cluster-issuer: letsencrypt}
spec:
  ingressClassName: nginx
  tls: [{hosts: [shop.example.com], secretName: shop-tls}]
  rules:
  - host: shop.example.com
    http:
      paths:
      - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
`,
    live: `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
  namespace: shop
  generation: 1
  annotations: {cert-manager.io/cluster-issuer: letsencrypt}
spec:
  ingressClassName: nginx
  tls: [{hosts: [shop.example.com], secretName: shop-tls}]
  rules:
  - host: shop.example.com
    http:
      paths:
      - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
status: {loadBalancer: {ingress: [{ip: 192.0.2.7}]}}
`,
  },
  configMap: {
    source: 'Kubernetes documentation: ConfigMaps',
    desired: `
apiVersion: v1
kind: ConfigMap
metadata: {name: payments, namespace: shop}
data:
  mode: strict
  app.properties: |
    retries=3
    timeout=30
`,
    live: `
apiVersion: v1
kind: ConfigMap
metadata: {name: payments, namespace: shop, uid: b, creationTimestamp: "2026-01-01T00:00:00Z"}
data:
  app.properties: "retries=3\\ntimeout=30\\n"
  mode: strict
`,
  },
  secret: {
    source: 'Kubernetes documentation: Secret, stringData',
    desired: `
apiVersion: v1
kind: Secret
metadata: {name: db, namespace: shop, labels: {app: db}}
stringData: {password: correct-horse}
data: {username: cGF5bWVudHM=}
`,
    live: `
apiVersion: v1
kind: Secret
metadata: {name: db, namespace: shop, labels: {app: db}, uid: c}
type: Opaque
data: {password: Y29ycmVjdC1ob3JzZQ==, username: cGF5bWVudHM=}
`,
  },
  autoscaler: {
    source: 'argoproj/argo-cd#1079',
    desired: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: shop}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 10
  metrics:
  - {type: Resource, resource: {name: memory, target: {type: AverageValue, averageValue: 500Mi}}}
  - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}
  behavior: {scaleDown: {stabilizationWindowSeconds: 120}}
`,
    live: `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: shop, uid: d}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  minReplicas: 1
  maxReplicas: 10
  metrics:
  - {type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}
  - {type: Resource, resource: {name: memory, target: {type: AverageValue, averageValue: "524288000"}}}
  behavior:
    scaleDown: {selectPolicy: Max, stabilizationWindowSeconds: 120, policies: [{type: Percent, value: 100, periodSeconds: 15}]}
    scaleUp: {selectPolicy: Max, stabilizationWindowSeconds: 0, policies: [{type: Pods, value: 4, periodSeconds: 15}, {type: Percent, value: 100, periodSeconds: 15}]}
status: {currentReplicas: 4, desiredReplicas: 4}
`,
  },
  budget: {
    source: 'Kubernetes API reference: PodDisruptionBudget v1, IntOrString',
    desired: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: shop}
spec: {minAvailable: "2", selector: {matchLabels: {app: web}}}
`,
    live: `
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: shop, generation: 2}
spec: {minAvailable: 2, selector: {matchLabels: {app: web}}}
status: {disruptionsAllowed: 1, currentHealthy: 3, desiredHealthy: 2, expectedPods: 3}
`,
  },
  networkPolicy: {
    source: 'Kubernetes API reference: NetworkPolicy v1, defaults',
    desired: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress:
  - from: [{namespaceSelector: {}}, {podSelector: {matchLabels: {app: gateway}}}]
    ports: [{port: "8080"}]
`,
    live: `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop, generation: 1}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Ingress]
  ingress:
  - from: [{namespaceSelector: {}}, {podSelector: {matchLabels: {app: gateway}}}]
    ports: [{port: 8080, protocol: TCP}]
`,
  },
  role: {
    source: 'Kubernetes documentation: Using RBAC Authorization',
    desired: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop}
rules: [{apiGroups: [""], resources: [pods], verbs: [get, list]}]
`,
    live: `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: shop, uid: e}
rules: [{apiGroups: [""], resources: [pods], verbs: [get, list]}]
`,
  },
  roleBinding: {
    source: 'Kubernetes API reference: RoleBinding v1, subjects',
    desired: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: shop}
roleRef: {kind: Role, name: reader}
subjects: [{kind: Group, name: developers}, {kind: ServiceAccount, name: ci, namespace: ops}]
`,
    live: `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: readers, namespace: shop, uid: f}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers}, {kind: ServiceAccount, name: ci, namespace: ops}]
`,
  },
  customResource: {
    source: 'argoproj/argo-cd#6401',
    desired: `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: queues.shop.example.com}
spec:
  group: shop.example.com
  scope: Namespaced
  names: {kind: Queue, plural: queues}
  versions:
  - name: v1
    served: true
    storage: true
    subresources: {status: {}}
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
              depth: {type: integer, default: 10}
              tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
              routes:
                type: array
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [name]
                items: {type: object, properties: {name: {type: string}, to: {type: string}}}
`,
    live: `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: queues.shop.example.com, generation: 1, uid: g}
spec:
  conversion: {strategy: None}
  group: shop.example.com
  scope: Namespaced
  names: {kind: Queue, listKind: QueueList, plural: queues, singular: queue}
  versions:
  - name: v1
    served: true
    storage: true
    subresources: {status: {}}
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
              depth: {type: integer, default: 10}
              tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
              routes:
                type: array
                x-kubernetes-list-type: map
                x-kubernetes-list-map-keys: [name]
                items: {type: object, properties: {name: {type: string}, to: {type: string}}}
status: {storedVersions: [v1]}
`,
  },
  webhook: {
    source: 'argoproj/argo-cd#1487',
    desired: `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: injector, annotations: {cert-manager.io/inject-ca-from: ops/injector}}
webhooks:
- name: inject.example.com
  admissionReviewVersions: [v1]
  sideEffects: None
  clientConfig: {service: {name: injector, namespace: ops, path: /inject}}
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
`,
    live: `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: injector, generation: 2, annotations: {cert-manager.io/inject-ca-from: ops/injector}}
webhooks:
- name: inject.example.com
  admissionReviewVersions: [v1]
  sideEffects: None
  clientConfig: {caBundle: LS0tLS1CRUdJTg==, service: {name: injector, namespace: ops, path: /inject, port: 443}}
  failurePolicy: Fail
  matchPolicy: Equivalent
  namespaceSelector: {}
  objectSelector: {}
  reinvocationPolicy: Never
  timeoutSeconds: 10
  rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods], scope: "*"}]
`,
  },
  job: {
    source:
      'Kubernetes documentation: Jobs, controller-uid labels and selector',
    desired: `
apiVersion: batch/v1
kind: Job
metadata: {name: import, namespace: shop}
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{name: import, image: "registry.example.com/import@sha256:0123456789012345678901234567890123456789012345678901234567890123"}]
`,
    live: `
apiVersion: batch/v1
kind: Job
metadata:
  name: import
  namespace: shop
  labels: {batch.kubernetes.io/controller-uid: h, controller-uid: h, job-name: import, batch.kubernetes.io/job-name: import}
  annotations: {batch.kubernetes.io/job-tracking: ""}
spec:
  backoffLimit: 6
  completionMode: NonIndexed
  completions: 1
  manualSelector: false
  parallelism: 1
  podReplacementPolicy: TerminatingOrFailed
  suspend: false
  selector: {matchLabels: {batch.kubernetes.io/controller-uid: h}}
  template:
    metadata:
      creationTimestamp: null
      labels: {batch.kubernetes.io/controller-uid: h, batch.kubernetes.io/job-name: import, controller-uid: h, job-name: import}
    spec:
      restartPolicy: Never
      terminationGracePeriodSeconds: 30
      dnsPolicy: ClusterFirst
      schedulerName: default-scheduler
      securityContext: {}
      containers:
      - name: import
        image: registry.example.com/import@sha256:0123456789012345678901234567890123456789012345678901234567890123
        imagePullPolicy: IfNotPresent
        resources: {}${containerDefaults}
`,
  },
  cronJob: {
    source: 'Kubernetes API reference: CronJob v1, defaults',
    desired: `
apiVersion: batch/v1
kind: CronJob
metadata: {name: close, namespace: shop}
spec:
  schedule: 0 2 * * *
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: OnFailure
          containers: [{name: close, image: "registry.example.com/close:1"}]
`,
    live: `
apiVersion: batch/v1
kind: CronJob
metadata: {name: close, namespace: shop, generation: 4}
spec:
  concurrencyPolicy: Allow
  failedJobsHistoryLimit: 1
  schedule: 0 2 * * *
  successfulJobsHistoryLimit: 3
  suspend: false
  jobTemplate:
    metadata: {creationTimestamp: null}
    spec:
      template:
        metadata: {creationTimestamp: null}
        spec:
          restartPolicy: OnFailure
          terminationGracePeriodSeconds: 30
          dnsPolicy: ClusterFirst
          schedulerName: default-scheduler
          securityContext: {}
          containers:
          - name: close
            image: registry.example.com/close:1
            imagePullPolicy: IfNotPresent
            resources: {}
            terminationMessagePath: /dev/termination-log
            terminationMessagePolicy: File
status: {lastScheduleTime: "2026-11-01T02:00:00Z"}
`,
  },
  claim: {
    source: 'Kubernetes documentation: Persistent Volumes, binding',
    desired: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: uploads, namespace: shop}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 20Gi}}}
`,
    live: `
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: uploads
  namespace: shop
  finalizers: [kubernetes.io/pvc-protection]
  annotations: {pv.kubernetes.io/bind-completed: "yes", pv.kubernetes.io/bound-by-controller: "yes", volume.kubernetes.io/storage-provisioner: ebs.csi.aws.com, volume.kubernetes.io/selected-node: node-1}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 20Gi}}, storageClassName: gp3, volumeMode: Filesystem, volumeName: pvc-1}
status: {phase: Bound}
`,
  },
  pod: {
    source:
      'Istio documentation: Sidecar injection; Kubernetes documentation: service account token volume',
    desired: `
apiVersion: v1
kind: Pod
metadata: {name: debug, namespace: shop}
spec:
  containers: [{name: shell, image: "busybox:1.36"}]
`,
    live: `
apiVersion: v1
kind: Pod
metadata:
  name: debug
  namespace: shop
  annotations: {sidecar.istio.io/status: '{"version":"1"}', prometheus.io/scrape: "true", cni.projectcalico.org/podIP: 10.0.0.9/32}
spec:
  restartPolicy: Always
  terminationGracePeriodSeconds: 30
  dnsPolicy: ClusterFirst
  schedulerName: default-scheduler
  securityContext: {}
  enableServiceLinks: true
  nodeName: node-1
  preemptionPolicy: PreemptLowerPriority
  priority: 0
  serviceAccount: default
  serviceAccountName: default
  tolerations:
  - {effect: NoExecute, key: node.kubernetes.io/not-ready, operator: Exists, tolerationSeconds: 300}
  - {effect: NoExecute, key: node.kubernetes.io/unreachable, operator: Exists, tolerationSeconds: 300}
  initContainers: [{name: istio-init, image: "istio/proxyv2:1.22"}]
  containers:
  - name: shell
    image: busybox:1.36
    imagePullPolicy: IfNotPresent
    resources: {}
    terminationMessagePath: /dev/termination-log
    terminationMessagePolicy: File
    volumeMounts:
    - {mountPath: /var/run/secrets/kubernetes.io/serviceaccount, name: kube-api-access-x2x4z, readOnly: true}
  - {name: istio-proxy, image: "istio/proxyv2:1.22"}
  volumes:
  - {name: istio-envoy, emptyDir: {medium: Memory}}
  - name: kube-api-access-x2x4z
    projected:
      defaultMode: 420
      sources:
      - serviceAccountToken: {expirationSeconds: 3607, path: token}
      - configMap: {name: kube-root-ca.crt, items: [{key: ca.crt, path: ca.crt}]}
status: {phase: Running}
`,
  },
  namespace: {
    source: 'Kubernetes documentation: Namespaces, automatic labelling',
    desired: `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: payments}}
`,
    live: `
apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: payments, kubernetes.io/metadata.name: shop}}
spec: {finalizers: [kubernetes]}
status: {phase: Active}
`,
  },
  serviceAccount: {
    source: 'Kubernetes documentation: Managing Service Accounts',
    desired: `
apiVersion: v1
kind: ServiceAccount
metadata: {name: payments, namespace: shop}
imagePullSecrets: [{name: registry}]
`,
    live: `
apiVersion: v1
kind: ServiceAccount
metadata: {name: payments, namespace: shop}
imagePullSecrets: [{name: registry}]
secrets: [{name: payments-token-abcde}]
`,
  },
  quota: {
    source: 'Kubernetes API reference: ResourceQuota v1, quantities',
    desired: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: shop, namespace: shop}
spec: {hard: {requests.cpu: "10", limits.memory: 40Gi, pods: 50}}
`,
    live: `
apiVersion: v1
kind: ResourceQuota
metadata: {name: shop, namespace: shop}
spec: {hard: {limits.memory: 40Gi, pods: "50", requests.cpu: "10"}}
status: {hard: {pods: "50"}, used: {pods: "3"}}
`,
  },
} satisfies Record<string, Pair>;
