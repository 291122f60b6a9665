import { z } from 'zod';

/** Content address of something in a registry; other algorithms are not used anywhere. */
const digest = z.string().regex(/^(sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/);

/** "OCI Content Descriptors" of the image specification; other parts are passed over. */
const descriptor = z.object({
  mediaType: z.string().max(255).optional(),
  digest,
  size: z.number().int().min(0).optional(),
  urls: z.array(z.string()).optional(),
});

const index = z.object({ manifests: z.array(descriptor) });
const image = z.object({
  config: descriptor.optional(),
  layers: z.array(descriptor).optional(),
  /** Of artifact manifests before 1.1. */
  blobs: z.array(descriptor).optional(),
});

export type Descriptor = z.infer<typeof descriptor>;

/** What a manifest is made of. */
export type Manifest =
  | { kind: 'index'; manifests: Descriptor[] }
  | { kind: 'image'; config?: Descriptor; layers: Descriptor[] };

/**
 * Reads an index, an image manifest or an artifact manifest, of OCI or of Docker (schema 2).
 *
 * @returns undefined for anything else
 */
export function parseManifest(body: Buffer): Manifest | undefined {
  let content: unknown;
  try {
    content = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  const asIndex = index.safeParse(content);
  if (asIndex.success) {
    return { kind: 'index', manifests: asIndex.data.manifests };
  }
  const asImage = image.safeParse(content);
  if (!asImage.success) return undefined;
  const { config, layers, blobs } = asImage.data;
  const all = layers ?? blobs;
  return all && { kind: 'image', ...(config && { config }), layers: all };
}
