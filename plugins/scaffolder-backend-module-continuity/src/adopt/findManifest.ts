import { InputError } from '@backstage/errors';
import {
  isBag,
  plainOf,
  readManifest,
  slicesOf,
  type Slice,
} from './manifestYaml';
import type { At } from './planEdit';
import { isObject, type WantedObject } from './readObject';
import { refuse } from './refuse';
import {
  adviceFor,
  findRenderers,
  rendererOf,
  type ManifestFile,
} from './rendered';

/** Where an object is declared. */
export interface FoundManifest extends Slice {
  readonly file: string;
  readonly text: string;
  /** Where it stands in its document: empty, or its place in a `List`. */
  readonly at: At;
}

/**
 * The only manifest of an object among the files of a workspace.
 *
 * @param within - a file or folder that is looked in. Absent: all
 * @throws InputError when there is none, or more than one, or it is rendered by something
 */
export function findManifest(
  files: readonly ManifestFile[],
  wanted: WantedObject,
  within?: string,
): FoundManifest {
  const renderers = findRenderers(files);
  const looked = files.filter(
    ({ path }) =>
      within === undefined || path === within || path.startsWith(`${within}/`),
  );
  const place = within ?? 'the repository';
  if (looked.length === 0) {
    throw new InputError(`path: there is no YAML file in ${place}`);
  }
  const found = looked.flatMap(file => manifestsIn(file, wanted));
  const [first] = found;
  if (first === undefined) {
    refuse(
      `${wanted.text} is in none of the ${looked.length} YAML files of ${place}`,
      renderers.length > 0
        ? adviceFor(renderers[0])
        : 'Name the repository that it is deployed from, or bring its manifest into Git by hand.',
    );
  }
  const rendered = found
    .map(({ file }) => rendererOf(file, renderers, files))
    .find(one => one !== undefined);
  if (rendered) {
    refuse(
      `${wanted.text} is not deployed as it stands in Git`,
      adviceFor(rendered),
    );
  }
  if (found.length > 1) {
    refuse(
      `${wanted.text} is declared ${found.length} times: ${found
        .slice(0, 5)
        .map(({ file }) => file)
        .join(', ')}`,
      'Say in path which file is meant.',
    );
  }
  return first;
}

/** A file that cannot be read as YAML, such as a template of a chart, declares nothing. */
function manifestsIn(
  { path: file, text }: ManifestFile,
  wanted: WantedObject,
): FoundManifest[] {
  if (!text.includes(wanted.name) || !text.includes(wanted.kind)) return [];
  return slicesOf(text).flatMap(slice => {
    const document = readManifest(text.slice(slice.start, slice.end));
    if (document.errors.length > 0) return [];
    const value = plainOf(document);
    const found = (at: At): FoundManifest => ({ ...slice, file, text, at });
    if (isObject(value, wanted)) return [found([])];
    if (!isBag(value) || !Array.isArray(value.items)) return [];
    return value.items.flatMap((item, at) =>
      isObject(item, wanted) ? [found(['items', at])] : [],
    );
  });
}
