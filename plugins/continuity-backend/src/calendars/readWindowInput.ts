import { InputError } from '@backstage/errors';
import {
  formatProblem,
  type FreezeWindow,
  type FreezeWindowDeclaration,
  isTimeZone,
  parseFreezeWindow,
  type Problem,
  showValue,
} from '@continuity/engine';
import { canonicalRef } from '../http';
import { maskSecrets } from '../evidence';

/** A window as it arrives from the form or over HTTP, in any shape. */
export interface WindowInput {
  /** Canonical ref of whose calendar it is for. */
  ownerRef: string;
  timezone: string;
  window: unknown;
}

/** A window that can be saved. */
export interface CheckedWindow {
  /** As declared, with secrets in its texts masked; this is what is stored. */
  declaration: FreezeWindowDeclaration;
  /** As it counts. */
  window: FreezeWindow;
}

/** Room for a thousand dates and long texts; more is no window. */
const MAX_LENGTH = 100_000;
const MAX_DEPTH = 32;

/** Control characters other than those that lay texts out, and halves of characters. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Surrogate}]/u;

/** The texts that are for people; nothing is decided by them. */
const TEXTS = ['title', 'reason', 'link'] as const;

/**
 * Checks a window that somebody wants to save.
 *
 * @param tierIds - tiers that a scope may name
 */
export function readWindowInput(
  input: WindowInput,
  tierIds: readonly string[],
):
  | { ok: true; checked: CheckedWindow }
  | { ok: false; problems: [Problem, ...Problem[]] } {
  const problems = [
    ...timezoneProblems(input.timezone),
    ...plainProblems(input.window, 'window', 0),
  ];
  if (problems.length === 0) {
    problems.push(
      ...lengthProblems(input.window),
      ...ownerProblems(input.window, input.ownerRef),
    );
  }
  if (problems.length === 0) {
    const declared = asKept(input.window);
    const read = parseFreezeWindow(declared, 'window', {
      timezone: input.timezone,
      owner: input.ownerRef,
      scope: {},
      tierIds,
    });
    if (read.ok) {
      // The parser refuses every field that a declaration does not have.
      const declaration = declared as FreezeWindowDeclaration;
      return { ok: true, checked: { declaration, window: read.window } };
    }
    problems.push(...read.problems);
  }
  const [first, ...rest] = problems;
  return { ok: false, problems: [first, ...rest] };
}

/** @throws InputError that names every field that is wrong */
export function requireWindow(
  input: WindowInput,
  tierIds: readonly string[],
): CheckedWindow {
  const read = readWindowInput(input, tierIds);
  if (!read.ok) {
    throw new InputError(read.problems.map(formatProblem).join('; '));
  }
  return read.checked;
}

/**
 * What somebody says about a change, masked like everything that is kept for ever.
 *
 * @throws InputError when a database or log could not hold it
 */
export function readComment(comment: string): string;
export function readComment(comment: string | undefined): string | undefined;
export function readComment(comment: string | undefined): string | undefined {
  if (comment === undefined) {
    return undefined;
  }
  const [problem] = plainProblems(comment, 'comment', 0);
  if (problem) {
    throw new InputError(formatProblem(problem));
  }
  return String(maskSecrets(comment));
}

function timezoneProblems(timezone: string): Problem[] {
  return isTimeZone(timezone)
    ? []
    : [
        {
          path: 'timezone',
          message: `${showValue(
            timezone,
          )} is not an IANA time zone, e.g. Europe/Zurich`,
        },
      ];
}

/** Depth first, because everything after it walks the value without a limit. */
function plainProblems(value: unknown, path: string, depth: number): Problem[] {
  if (depth > MAX_DEPTH) {
    return [{ path, message: `is nested deeper than ${MAX_DEPTH} levels` }];
  }
  if (typeof value === 'string') {
    return UNPRINTABLE.test(value)
      ? [
          {
            path,
            message: 'has control characters or halves of characters in it',
          },
        ]
      : [];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, member]) => [
    ...(UNPRINTABLE.test(key)
      ? [{ path, message: 'has a key with control characters in it' }]
      : []),
    ...plainProblems(member, `${path}.${key}`, depth + 1),
  ]);
}

function lengthProblems(window: unknown): Problem[] {
  const { length } = JSON.stringify(window) ?? '';
  return length <= MAX_LENGTH
    ? []
    : [
        {
          path: 'window',
          message: `is ${length} characters long; expected at most ${MAX_LENGTH}`,
        },
      ];
}

/** In the portal a window belongs to the owner in whose calendar it stands. */
function ownerProblems(window: unknown, ownerRef: string): Problem[] {
  if (
    typeof window !== 'object' ||
    window === null ||
    !('owner' in window) ||
    window.owner === undefined
  ) {
    return [];
  }
  const path = 'window.owner';
  try {
    if (canonicalRef(path, String(window.owner)) === ownerRef) {
      return [];
    }
  } catch {
    // Said below in the same words.
  }
  return [
    {
      path,
      message: `${showValue(
        window.owner,
      )} is not ${ownerRef}, in whose calendar the window stands; leave it out`,
    },
  ];
}

/**
 * Texts are shown to everybody who is denied and kept for ever. Whom a window is for
 * stays as it is: a masked predicate would match nobody.
 */
function asKept(window: unknown): unknown {
  if (typeof window !== 'object' || window === null || Array.isArray(window)) {
    return window;
  }
  const declared: Record<string, unknown> = { ...window };
  // It is the owner of the calendar, and follows it.
  delete declared.owner;
  maskTexts(declared);
  if (Array.isArray(declared.overrides)) {
    declared.overrides = declared.overrides.map(override => {
      if (typeof override !== 'object' || override === null) {
        return override;
      }
      const masked: Record<string, unknown> = { ...override };
      maskTexts(masked);
      return masked;
    });
  }
  return declared;
}

function maskTexts(declared: Record<string, unknown>): void {
  for (const text of TEXTS) {
    if (typeof declared[text] === 'string') {
      declared[text] = maskSecrets(declared[text]);
    }
  }
}
