import { folders } from '../__testUtils__/folders';
import { ManifestReader } from './ManifestReader';
import { manifestsUrl } from './manifestsUrl';

const ROOT = 'https://git.example/deploy/tree/main/shop';
const MAP = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
const { signal } = new AbortController();

const read = (files: Record<string, string>, url: string = ROOT) =>
  new ManifestReader(folders({ [ROOT]: files })).read(url, signal);

it('reads every document of every file, and nothing that is hidden or no manifest', async () => {
  const found = await read({
    'a.yaml': `${MAP}---\n${MAP}`,
    'deep/b.json': '{"kind":"ConfigMap"}',
    '.github/c.yaml': 'a: [',
    'README.md': '# no',
  });
  expect(found.map(({ source }) => source)).toEqual([
    'a.yaml',
    'a.yaml',
    'deep/b.json',
  ]);
});

it('reads one file', async () => {
  const found = await read({ 'all.yaml': MAP }, `${ROOT}/all.yaml`);
  expect(found).toEqual([
    expect.objectContaining({
      source: 'all.yaml',
      value: expect.objectContaining({ kind: 'ConfigMap' }),
    }),
  ]);
});

it.each<[string, Record<string, string>, string, string]>([
  [
    'a chart',
    { 'Chart.yaml': 'name: a', 'templates/a.yaml': MAP },
    'There is a Chart.yaml',
    'Render it',
  ],
  [
    'a kustomization',
    { 'base/kustomization.yml': 'resources: [a.yaml]', 'base/a.yaml': MAP },
    'There is a base/kustomization.yml',
    'Render it',
  ],
  ['a template', { 'a.yaml': 'a: {{ x }\nb: [' }, 'a.yaml at', 'rendered'],
  ['nothing', { 'README.md': '#' }, 'no manifest', 'rendered manifests'],
  ['empty documents', { 'a.yaml': '---\n---\n' }, 'no manifest', 'rendered'],
])('refuses %s', async (_, files, message, remedy) => {
  await expect(read(files)).rejects.toMatchObject({
    name: 'CollectorError',
    message: expect.stringContaining(message),
    remedy: expect.stringContaining(remedy),
  });
});

it('says what to do about a folder that is not there, without words of the host', async () => {
  await expect(read({}, 'https://git.example/x')).rejects.toMatchObject({
    message: 'https://git.example/x could not be read: NotFoundError',
    remedy: expect.stringContaining('Correct the annotation'),
  });
});

const annotation = 'continuity.dev/manifests-url';

it.each<
  [Record<string, string>, string | undefined, ReturnType<typeof manifestsUrl>]
>([
  [{}, undefined, undefined],
  [{ [annotation]: ' url:https://g/x ' }, undefined, { url: 'https://g/x' }],
  [
    { [annotation]: 'https://g/{environment}/{region}' },
    'eu-1',
    { url: 'https://g/prod/eu-1' },
  ],
  [
    { [annotation]: 'https://g/all', [`${annotation}.prod`]: 'https://g/prod' },
    undefined,
    { url: 'https://g/prod' },
  ],
  [
    { [annotation]: 'https://g/{region}' },
    undefined,
    {
      unfit: `The annotation ${annotation} names a {region}, and prod declares none`,
    },
  ],
])('finds where they are: %j in region %s', (annotations, region, expected) => {
  expect(
    manifestsUrl(annotations, annotation, {
      environment: 'prod',
      ...(region !== undefined && { region }),
    }),
  ).toEqual(expected);
});
