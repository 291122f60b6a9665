import { formatInstant, type Instant } from '../../time';
import type { Difference } from '../compareValues';
import { parsePointer } from '../steps';
import type { FieldOwner, IgnoreRule, ObjectRef, RuleFinding } from '../types';
import { isAtPath, isAtPointer } from './matchPath';
import { parsePath, type PathPart } from './parsePath';

/** A rule that ends within this is worth a word. */
const SOON_MS = 14 * 86_400_000;

interface Prepared {
  readonly rule: IgnoreRule;
  readonly pointers: readonly (readonly string[])[];
  readonly paths: readonly (readonly PathPart[])[];
  used: boolean;
}

/** The rules that hold at a moment. */
export class IgnoreRules {
  readonly #prepared: Prepared[];
  readonly #expired: IgnoreRule[];
  readonly #now: Instant;

  constructor(rules: readonly IgnoreRule[], now: Instant) {
    this.#now = now;
    this.#expired = rules.filter(({ expiresAt }) => !(expiresAt > now));
    this.#prepared = rules
      .filter(({ expiresAt }) => expiresAt > now)
      .map(rule => ({
        rule,
        pointers: rule.pointers.flatMap(text => {
          const names = parsePointer(text);
          return names && names.length > 0 ? [names] : [];
        }),
        paths: rule.paths.flatMap(text => {
          const parts = parsePath(text);
          return parts ? [parts] : [];
        }),
        used: false,
      }));
  }

  /** The rules that are about an object. */
  about(ref: ObjectRef): Prepared[] {
    return this.#prepared.filter(({ rule }) => isAbout(rule, ref));
  }

  /** What is to be said about the rules, once everything was compared. */
  findings(): RuleFinding[] {
    const day = (at: Instant) => formatInstant(at).slice(0, 10);
    return [
      ...this.#expired.map(
        ({ id, reason, expiresAt }): RuleFinding => ({
          rule: id,
          state: 'expired',
          message: `ended on ${day(
            expiresAt,
          )} and ignores nothing; renew it or remove it (${reason})`,
        }),
      ),
      ...this.#prepared
        .filter(({ rule }) => rule.expiresAt - this.#now <= SOON_MS)
        .map(
          ({ rule: { id, reason, expiresAt } }): RuleFinding => ({
            rule: id,
            state: 'expiring',
            message: `ends on ${day(expiresAt)} (${reason})`,
          }),
        ),
      ...this.#prepared
        .filter(({ used }) => !used)
        .map(
          ({ rule: { id, reason } }): RuleFinding => ({
            rule: id,
            state: 'unused',
            message: `ignored nothing here; remove it if that stays so (${reason})`,
          }),
        ),
    ];
  }
}

/** The rule that leaves a difference out. Absent: none does. */
export function ruleFor(
  rules: readonly Prepared[],
  { steps }: Difference,
  owners: readonly FieldOwner[],
): string | undefined {
  const found = rules.find(
    ({ rule, pointers, paths }) =>
      pointers.some(names => isAtPointer(names, steps)) ||
      paths.some(parts => isAtPath(parts, steps)) ||
      // All of them: what somebody else wrote as well is not ignored.
      (owners.length > 0 &&
        owners.every(({ manager }) =>
          rule.managers.some(name => isLike(name, manager)),
        )),
  );
  if (found) found.used = true;
  return found?.rule.id;
}

function isAbout(rule: IgnoreRule, ref: ObjectRef): boolean {
  return (
    (rule.group === undefined || isLike(rule.group, ref.group)) &&
    (rule.kind === undefined || isLike(rule.kind, ref.kind)) &&
    (rule.namespace === undefined ||
      isLike(rule.namespace, ref.namespace ?? '')) &&
    (rule.name === undefined || isLike(rule.name, ref.name))
  );
}

/** Compares with `*` for any text, in time that grows with both. */
function isLike(pattern: string, text: string): boolean {
  const parts = pattern.split('*');
  if (parts.length === 1) return pattern === text;
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
