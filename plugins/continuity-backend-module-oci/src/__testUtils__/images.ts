import { createHash, randomBytes } from 'node:crypto';

const OCI = 'application/vnd.oci.image';

/** Something that lies in a registry. */
export interface Content {
  body: Buffer;
  digest: string;
  size: number;
  mediaType: string;
}

/** An image: its manifest, and what it refers to. */
export interface Image {
  manifest: Content;
  config: Content;
  layers: Content[];
}

/** An image for several platforms. */
export interface Index {
  index: Content;
  images: Image[];
}

export function content(body: Buffer | object, mediaType: string): Content {
  const bytes = Buffer.isBuffer(body)
    ? body
    : Buffer.from(JSON.stringify(body), 'utf8');
  return {
    body: bytes,
    digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    size: bytes.length,
    mediaType,
  };
}

export function descriptorOf({ mediaType, digest, size }: Content) {
  return { mediaType, digest, size };
}

/** An image with content of its own. */
export function image(architecture = 'amd64', layerCount = 2): Image {
  const config = content(
    {
      architecture,
      os: 'linux',
      created: randomBytes(8).toString('hex'),
      rootfs: { type: 'layers', diff_ids: [] },
    },
    `${OCI}.config.v1+json`,
  );
  const layers = Array.from({ length: layerCount }, () =>
    content(randomBytes(2_000), `${OCI}.layer.v1.tar`),
  );
  const manifest = content(
    {
      schemaVersion: 2,
      mediaType: `${OCI}.manifest.v1+json`,
      config: descriptorOf(config),
      layers: layers.map(descriptorOf),
    },
    `${OCI}.manifest.v1+json`,
  );
  return { manifest, config, layers };
}

export function index(...images: Image[]): Index {
  return {
    index: content(
      {
        schemaVersion: 2,
        mediaType: `${OCI}.index.v1+json`,
        manifests: images.map(({ manifest }) => ({
          ...descriptorOf(manifest),
          platform: { architecture: 'amd64', os: 'linux' },
        })),
      },
      `${OCI}.index.v1+json`,
    ),
    images,
  };
}
