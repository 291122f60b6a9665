import { InputError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  checkCampaign,
  formatProblem,
  type CampaignContent,
  type CampaignScope,
  type CampaignVocabulary,
  type Problem,
} from '@continuity/engine';
import type { CampaignContent as ContentInput } from '@continuity/plugin-continuity-common';
import { keptText } from '../evidence';
import { canonicalRef, plainText } from '../http';

/** Room for a long condition; more is none. */
const MAX_PREDICATE = 10_000;

/**
 * What a campaign is to say, as it is kept: refs in their one spelling, and what looks like
 * a secret masked.
 *
 * @throws InputError that names the fields that are wrong
 */
export function readContent(
  input: ContentInput,
  vocabulary: CampaignVocabulary,
): CampaignContent {
  const { content, problems } = tryContent(input, vocabulary);
  if (problems.length > 0) {
    throw new InputError(problems.map(formatProblem).join('; '));
  }
  return content;
}

/**
 * Like {@link readContent}, for drafts: says what is wrong rather than throwing. A field that
 * is wrong is in the content as it was given.
 */
export function tryContent(
  input: ContentInput,
  vocabulary: CampaignVocabulary,
): { content: CampaignContent; problems: Problem[] } {
  const problems: Problem[] = [];
  const attempt = <T>(path: string, read: () => T, otherwise: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const { message } = error;
      problems.push({
        path,
        message: message.startsWith(`${path}: `)
          ? message.slice(path.length + 2)
          : message,
      });
      return otherwise;
    }
  };
  const refs = (field: 'owners' | 'systems') =>
    input.scope[field]?.map((ref, at) => {
      const path = `scope.${field}.${at}`;
      return attempt(
        path,
        () => (ref === 'none' ? ref : canonicalRef(path, ref)),
        ref,
      );
    });
  const owners = refs('owners');
  const systems = refs('systems');
  const entities = attempt(
    'scope.entities',
    () => readPredicate(input.scope.entities),
    undefined,
  );
  const scope: CampaignScope = {
    ...(owners && { owners }),
    ...(systems && { systems }),
    ...(input.scope.tiers && { tiers: input.scope.tiers }),
    ...(entities !== undefined && { entities }),
  };
  const content: CampaignContent = {
    ...input,
    title: attempt(
      'title',
      () => keptText('title', plainText('title', input.title)),
      input.title,
    ),
    description: attempt(
      'description',
      () => keptText('description', input.description),
      input.description,
    ),
    owner: attempt('owner', () => readOwner(input.owner), input.owner),
    scope,
  };
  problems.push(...checkCampaign(content, vocabulary));
  return { content, problems };
}

function readOwner(text: string): string {
  if (text.trim() === '') {
    throw new InputError(
      'owner: is empty; expected a group or user, e.g. group:default/platform',
    );
  }
  const ref = canonicalRef('owner', text);
  const kind = parseEntityRef(ref).kind;
  if (kind !== 'group' && kind !== 'user') {
    throw new InputError(
      `owner: "${text}" is not a group or user, e.g. group:default/platform`,
    );
  }
  return ref;
}

function readPredicate(
  entities: ContentInput['scope']['entities'],
): CampaignScope['entities'] {
  if (entities === undefined) return undefined;
  let length: number;
  try {
    length = JSON.stringify(entities).length;
  } catch {
    // Nested so deep that nobody reads it.
    length = Infinity;
  }
  if (length > MAX_PREDICATE) {
    throw new InputError(
      `scope.entities: it is longer than ${MAX_PREDICATE} characters`,
    );
  }
  // Whether it is one, the engine tells.
  return entities as CampaignScope['entities'];
}
