import path from 'node:path';
import { parseDocument } from 'yaml';
import { isBag } from './manifestYaml';

/** A file of the workspace. */
export interface ManifestFile {
  /** From the root of the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What renders a manifest. */
export interface Renderer {
  readonly tool: 'helm' | 'kustomize';
  /** The file that says so. */
  readonly file: string;
}

const CHART = /(^|\/)Chart\.ya?ml$/;
const KUSTOMIZATION = /(^|\/)kustomization\.ya?ml$/i;

/** The charts and kustomizations of a repository. */
export function findRenderers(files: readonly ManifestFile[]): Renderer[] {
  return files.flatMap(({ path: file }): Renderer[] => {
    if (CHART.test(file)) return [{ tool: 'helm', file }];
    return KUSTOMIZATION.test(file) ? [{ tool: 'kustomize', file }] : [];
  });
}

/**
 * What a manifest goes through before it is applied; undefined for one that is applied as it
 * is. Whatever lies beside or below a kustomization, or is named by one, counts as its part:
 * whether it changes the field cannot be told without rendering it.
 */
export function rendererOf(
  file: string,
  renderers: readonly Renderer[],
  files: readonly ManifestFile[],
): Renderer | undefined {
  return renderers.find(({ tool, file: by }) => {
    const folder = path.posix.dirname(by);
    return (
      isWithin(file, folder) ||
      (tool === 'kustomize' &&
        namedBy(files.find(one => one.path === by)?.text ?? '').some(name =>
          isWithin(file, path.posix.join(folder, name)),
        ))
    );
  });
}

function isWithin(file: string, folder: string): boolean {
  return folder === '.' || file === folder || file.startsWith(`${folder}/`);
}

/** Every text in a kustomization that may be a path. */
function namedBy(text: string): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap(texts);
    return isBag(value) ? Object.values(value).flatMap(texts) : [];
  };
  return texts(parseDocument(text, { logLevel: 'silent' }).toJS()).filter(
    one => !/[\n:]/.test(one) && /[./]/.test(one),
  );
}

/** What somebody does where a manifest is rendered. */
export function adviceFor({ tool, file }: Renderer): string {
  return tool === 'helm'
    ? `It is rendered by the Helm chart of ${file}: change its values so that it renders what runs (helm template shows it), and open that pull request by hand.`
    : `It is rendered by the kustomization ${file}: change the resource or the patch that sets the field (kubectl kustomize shows the result), and open that pull request by hand.`;
}
