import {
  DURATION_EXPECTATION,
  durationMs,
  isDuration,
  listOf,
  oneOf,
  type Problem,
  readShape,
  showValue,
  strictShape,
  textThat,
} from '@continuity/engine';
import { z } from 'zod';
import type { GraphSettings } from './types';

const DEFAULTS = {
  refresh: 'PT15M',
  lookback: 'PT24H',
  unseenAfter: 'P30D',
} as const;

/** Long enough to ask the vendor for what is missing. */
const REVIEW_NOTICE = 'P14D';

const METRIC = 'traces_service_graph_request_total';

const source = strictShape('a source of traffic', {
  id: textThat(
    'an id in kebab-case, e.g. jaeger-production',
    text => text.length <= 100 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text),
  ),
  type: oneOf(['jaeger', 'prometheus']),
  url: textThat(
    'an http or https address without user name, query or fragment, e.g. https://jaeger.example.com',
    isAddress,
  ),
  token: textThat('a token', text => /^\S+$/.test(text)).optional(),
  metric: textThat(`the name of a metric, e.g. ${METRIC}`, text =>
    /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(text),
  ).optional(),
});

const shape = strictShape('the settings of the dependency graph', {
  parts: oneOf(['hard', 'soft']).optional(),
  reviews: strictShape('the settings of notifications of reviews', {
    enabled: z.boolean({ error: 'true or false' }).optional(),
    notice: between('P1D', 'P90D').optional(),
  }).optional(),
  traffic: strictShape('the settings of observed dependencies', {
    refresh: between('PT1M', 'P1D').optional(),
    lookback: between('PT5M', 'P7D').optional(),
    unseenAfter: between('P1D', 'P365D').optional(),
    sources: listOf('a list of sources', source).optional(),
  }).optional(),
});

/**
 * Reads `continuity.graph` of the configuration.
 *
 * @param path - Where it stands, for the problems.
 */
export function readGraphSettings(
  raw: unknown,
  path: string,
): { settings: GraphSettings } | { problems: Problem[] } {
  const reading = readShape(shape, raw ?? {}, path);
  if (!reading.ok) {
    return { problems: reading.problems };
  }
  const { parts = 'hard', reviews = {}, traffic = {} } = reading.value;
  const { sources = [], ...durations } = traffic;
  const { refresh, lookback, unseenAfter } = { ...DEFAULTS, ...durations };
  const problems = sources.flatMap(({ id, type, metric }, index): Problem[] => {
    const at = `${path}.traffic.sources.${index}`;
    const first = sources.findIndex(other => other.id === id);
    return [
      ...(first < index
        ? [
            {
              path: `${at}.id`,
              message: `${showValue(
                id,
              )} stands at ${path}.traffic.sources.${first} already; expected each id once`,
            },
          ]
        : []),
      ...(metric !== undefined && type !== 'prometheus'
        ? [
            {
              path: `${at}.metric`,
              message: `has no meaning for a source of type ${showValue(
                type,
              )}; expected it for prometheus alone`,
            },
          ]
        : []),
    ];
  });
  if (problems.length > 0) {
    return { problems };
  }
  return {
    settings: {
      parts,
      reviews: {
        enabled: reviews.enabled ?? true,
        noticeMs: durationMs(reviews.notice ?? REVIEW_NOTICE),
      },
      traffic: {
        refreshMs: durationMs(refresh),
        lookbackMs: durationMs(lookback),
        unseenAfterMs: durationMs(unseenAfter),
        sources: sources.map(({ id, type, url, token, metric }) => ({
          id,
          url: url.replace(/\/+$/, ''),
          ...(token !== undefined && { token }),
          ...(type === 'jaeger'
            ? { type }
            : { type, metric: metric ?? METRIC }),
        })),
      },
    },
  };
}

function between(shortest: string, longest: string) {
  return textThat(
    `${DURATION_EXPECTATION}, from ${shortest} to ${longest}`,
    text =>
      isDuration(text) &&
      durationMs(text) >= durationMs(shortest) &&
      durationMs(text) <= durationMs(longest),
  );
}

function isAddress(text: string): boolean {
  try {
    const { protocol, username, password, search, hash } = new URL(text);
    return (
      ['http:', 'https:'].includes(protocol) &&
      `${username}${password}${search}${hash}` === ''
    );
  } catch {
    return false;
  }
}
