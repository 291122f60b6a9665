import { z } from 'zod';

/**
 * The parts of an `AdmissionReview` of `admission.k8s.io/v1` that are read, as
 * https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/
 * lists them.
 */

/** Of an object of Kubernetes; everything else in it is kept and compared, not read. */
const metadata = z.looseObject({
  name: z.string().optional(),
  generateName: z.string().optional(),
  namespace: z.string().optional(),
  labels: z.record(z.string(), z.string()).nullish(),
  annotations: z.record(z.string(), z.string()).nullish(),
  ownerReferences: z
    .array(
      z.looseObject({
        apiVersion: z.string(),
        kind: z.string(),
        name: z.string(),
        controller: z.boolean().nullish(),
      }),
    )
    .nullish(),
});

const kubernetesObject = z.looseObject({
  metadata,
  spec: z.looseObject({}).optional(),
});

const groupVersionKind = z.looseObject({
  group: z.string(),
  version: z.string(),
  kind: z.string().min(1),
});

const admissionRequest = z.looseObject({
  uid: z.string().min(1).max(200),
  kind: groupVersionKind,
  subResource: z.string().optional(),
  name: z.string().optional(),
  namespace: z.string().optional(),
  operation: z.enum(['CREATE', 'UPDATE', 'DELETE', 'CONNECT']),
  userInfo: z.looseObject({ username: z.string().optional() }),
  object: kubernetesObject.nullish(),
  oldObject: kubernetesObject.nullish(),
  dryRun: z.boolean().nullish(),
});

const admissionReview = z.looseObject({
  apiVersion: z.literal('admission.k8s.io/v1'),
  kind: z.literal('AdmissionReview'),
  request: admissionRequest,
});

export type KubernetesObject = z.output<typeof kubernetesObject>;
export type AdmissionRequest = z.output<typeof admissionRequest>;

/** What the API server is answered. */
export interface AdmissionResponse {
  uid: string;
  allowed: boolean;
  /** Only of a denial. */
  status?: { code: number; reason: string; message: string };
  /** Shown to whoever sent the request; each of at most 120 characters. */
  warnings?: string[];
  /** Added to the audit log of the API server, under the name of the webhook. */
  auditAnnotations?: Record<string, string>;
}

/** What was sent is no `AdmissionReview`; the message names the field. */
export class MalformedReviewError extends Error {
  override readonly name = 'MalformedReviewError';
}

/** @throws MalformedReviewError that names the first field that is wrong */
export function parseReview(text: string): AdmissionRequest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new MalformedReviewError('body: is not JSON');
  }
  const parsed = admissionReview.safeParse(value);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0];
    throw new MalformedReviewError(`${path.join('.') || 'body'}: ${message}`);
  }
  const { request } = parsed.data;
  const { operation, object, oldObject } = request;
  if ((operation === 'CREATE' || operation === 'UPDATE') && !object) {
    throw new MalformedReviewError(
      `request.object: is missing; a ${operation} carries the object`,
    );
  }
  if (operation === 'UPDATE' && !oldObject) {
    throw new MalformedReviewError(
      'request.oldObject: is missing; an UPDATE carries the object as it was',
    );
  }
  return request;
}

/** The whole of what is sent back. */
export function reviewOf(response: AdmissionResponse) {
  return {
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    response,
  };
}
