import {
  content,
  descriptorOf,
  image,
  index,
  type Content,
} from '../__testUtils__/images';
import { RegistrySilence } from '../registry';
import { findArtifact, type AskedRegistry } from './findArtifact';

const never = new AbortController().signal;
const OCI = 'application/vnd.oci.image';

/** A registry that has some content, and keeps silent about other. */
function registryOf(
  has: readonly Content[],
  silent: readonly Content[] = [],
): AskedRegistry & { asked: string[] } {
  const asked: string[] = [];
  const look = (digest: string): Content | undefined => {
    asked.push(digest);
    if (silent.some(one => one.digest === digest)) {
      throw new RegistrySilence('It is asleep', { about: 'registry' });
    }
    return has.find(one => one.digest === digest);
  };
  return {
    asked,
    manifest: async (_, digest) => {
      const found = look(digest);
      return found
        ? { found: true, value: { body: found.body } }
        : { found: false, why: 'is not found' };
    },
    blob: async (_, digest) => {
      const found = look(digest);
      return found
        ? { found: true, value: { size: found.size } }
        : { found: false, why: 'is not found' };
    },
  };
}

const all = ({ manifest, config, layers }: ReturnType<typeof image>) => [
  manifest,
  config,
  ...layers,
];
const look = (registry: AskedRegistry, { digest }: Content) =>
  findArtifact(registry, 'shop', digest, never);

it('is whole with everything that it is made of, each asked for once', async () => {
  const first = image();
  const second = image();
  const both = index(first, second, first);
  const registry = registryOf([both.index, ...all(first), ...all(second)]);
  await expect(look(registry, both.index)).resolves.toEqual({ state: 'whole' });
  expect(registry.asked).toHaveLength(9);
  expect(new Set(registry.asked).size).toBe(9);
});

it('is missing when anything is, also when something else was not answered', async () => {
  const shop = image('amd64', 3);
  const [one, two, three] = shop.layers;
  const registry = registryOf([shop.manifest, shop.config], [two]);
  await expect(look(registry, shop.manifest)).resolves.toEqual({
    state: 'missing',
    reason: `layer ${one.digest.slice(0, 19)} is not found, and 1 more`,
  });
  expect(registry.asked).toContain(three.digest);
});

it('is unanswered when the registry keeps silent about anything', async () => {
  const shop = image();
  const registry = registryOf(all(shop), [shop.layers[1]]);
  await expect(look(registry, shop.manifest)).resolves.toMatchObject({
    state: 'unanswered',
    reason: `layer ${shop.layers[1].digest.slice(
      0,
      19,
    )} could not be asked for. It is asleep`,
    silence: expect.any(RegistrySilence),
  });
});

it.each([
  ['nothing', ''],
  ['no JSON', 'x'],
  ['something else', '{"hello":"world"}'],
  ['digests that are none', '{"layers":[{"digest":"../../secrets"}]}'],
  ['an algorithm that nobody uses', '{"layers":[{"digest":"md5:abc"}]}'],
  // Docker's first schema; its digest is not over what is sent.
  ['a signed manifest of schema 1', '{"schemaVersion":1,"fsLayers":[]}'],
])('is unanswered when the manifest is %s', async (_, body) => {
  const manifest = content(Buffer.from(body), 'x/y');
  await expect(look(registryOf([manifest]), manifest)).resolves.toMatchObject({
    state: 'unanswered',
    reason: expect.stringContaining('can be read'),
  });
});

it('is not whole when a layer has another size', async () => {
  const shop = image();
  const [layer] = shop.layers;
  const registry = registryOf([
    shop.manifest,
    shop.config,
    shop.layers[1],
    { ...layer, size: 5 },
  ]);
  await expect(look(registry, shop.manifest)).resolves.toMatchObject({
    state: 'missing',
    reason: expect.stringContaining('has 5 bytes instead of 2000'),
  });
});

it('cannot tell of a layer that lies elsewhere', async () => {
  const shop = image();
  const manifest = content(
    {
      config: descriptorOf(shop.config),
      layers: [
        { ...descriptorOf(shop.layers[0]), urls: ['https://mcr.example/x'] },
      ],
    },
    `${OCI}.manifest.v1+json`,
  );
  await expect(
    look(registryOf([manifest, shop.config]), manifest),
  ).resolves.toMatchObject({
    state: 'unanswered',
    reason: expect.stringContaining('outside the registry'),
  });
});

it('does not go down for ever', async () => {
  let inner = image().manifest;
  const contents = [inner];
  for (let level = 0; level < 6; level++) {
    inner = content(
      { manifests: [descriptorOf(inner)] },
      `${OCI}.index.v1+json`,
    );
    contents.push(inner);
  }
  await expect(look(registryOf(contents), inner)).resolves.toMatchObject({
    state: 'unanswered',
    reason: expect.stringContaining('deeper than 4 levels'),
  });
});

it('does not ask for more parts than anybody deploys', async () => {
  const layers = Array.from({ length: 3_000 }, (_, number) =>
    descriptorOf(content(Buffer.from(String(number)), 'x/y')),
  );
  const manifest = content({ layers }, `${OCI}.manifest.v1+json`);
  const registry: AskedRegistry = {
    ...registryOf([manifest]),
    blob: async () => ({ found: true, value: {} }),
  };
  await expect(look(registry, manifest)).resolves.toMatchObject({
    state: 'unanswered',
    reason: expect.stringContaining('more than 2000 parts'),
  });
});

it('ends with the run, and says nothing then', async () => {
  const ending = new AbortController();
  const shop = image();
  const registry = registryOf(all(shop));
  const asked = findArtifact(
    {
      ...registry,
      blob: async () => {
        ending.abort(new Error('The end'));
        throw new RegistrySilence('It is asleep', { about: 'registry' });
      },
    },
    'shop',
    shop.manifest.digest,
    ending.signal,
  );
  await expect(asked).rejects.toThrow('The end');
});
