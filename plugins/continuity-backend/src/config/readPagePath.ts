import {
  type Problem,
  readShape,
  strictShape,
  textThat,
} from '@continuity/engine';

/** As the plugin of the frontend has it. */
const DEFAULT_PATH = '/continuity';

/** The extension of the frontend that is the page. */
const PAGE = 'page:continuity';

const shape = strictShape('where Continuity is in the app', {
  path: textThat(
    `the path of its page in the app, e.g. ${DEFAULT_PATH}`,
    isPath,
  ).optional(),
});

/**
 * Where the page of Continuity is in the app, relative to its base URL: what
 * `continuity.app.path` says, else what `app.extensions` gives the page, else where the
 * plugin puts it.
 *
 * @param declared - `continuity.app`
 * @param extensions - `app.extensions`, which the frontend reads
 * @param path - where `declared` stands, for the problems
 */
export function readPagePath(
  declared: unknown,
  extensions: unknown,
  path: string,
): { settings: string } | { problems: Problem[] } {
  const reading = readShape(shape, declared ?? {}, path);
  if (!reading.ok) {
    return { problems: reading.problems };
  }
  const given = reading.value.path;
  return {
    settings:
      given === undefined
        ? pathOf(extensions) ?? DEFAULT_PATH
        : withoutSlash(given),
  };
}

/** What the frontend is told of its page; what is no path there is none of ours to judge. */
function pathOf(extensions: unknown): string | undefined {
  if (!Array.isArray(extensions)) {
    return undefined;
  }
  const paths = extensions.flatMap(extension => {
    const page = isRecord(extension) ? extension[PAGE] : undefined;
    const config = isRecord(page) ? page.config : undefined;
    return isRecord(config) && isPath(config.path)
      ? withoutSlash(config.path)
      : [];
  });
  // The last one counts, as in the frontend.
  return paths.at(-1);
}

function isPath(path: unknown): path is string {
  return (
    typeof path === 'string' && /^\/(?:[\w\-.~%]+\/)*[\w\-.~%]*$/.test(path)
  );
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
