import type { PlacedEffect } from '../statements/effects';
import { blocksWrites } from '../statements/locks';
import type { MigrationFinding } from '../types';
import { migrationRules, type RuleId } from './rules';
import type { ScriptOutcome } from './runScript';

/** What is worth saying about the statements of a script; each once. */
export function findInScript(
  { path, effects, limitsWaiting }: ScriptOutcome,
  direction: 'down' | 'up',
): MigrationFinding[] {
  const findings = new Map<string, MigrationFinding>();
  const add = (effect: PlacedEffect, found: Found) => {
    const { line, column } = effect.position;
    const key = `${line}:${column} ${found.rule}`;
    const first = findings.get(key);
    if (!first) {
      const { severity, why, remedy } = migrationRules[found.rule];
      findings.set(key, {
        rule: found.rule,
        severity,
        direction,
        message: found.message,
        why,
        remedy,
        path,
        line,
        column,
      });
    } else if (!first.message.includes(found.message)) {
      findings.set(key, {
        ...first,
        message: `${first.message}; ${found.message}`,
      });
    }
  };
  for (const effect of effects) {
    const found = direction === 'up' ? findUp(effect) : findDown(effect);
    if (found) add(effect, found);
  }
  const waits = effects.find(
    effect => effect.kind === 'locks' && blocksWrites(effect.mode),
  );
  if (waits?.kind === 'locks' && !limitsWaiting) {
    add(waits, {
      rule: 'no-lock-timeout',
      message: `${waits.mode} on ${waits.relation} is waited for without limit`,
    });
  }
  return [...findings.values()];
}

interface Found {
  readonly rule: RuleId;
  readonly message: string;
}

function findUp(effect: PlacedEffect): Found | undefined {
  switch (effect.kind) {
    case 'removes':
    case 'tightens':
    case 'may-fail':
    case 'fails':
    case 'unknown':
      return { rule: effect.rule, message: effect.what };
    case 'loses':
      return {
        rule: effect.rule,
        message: `${effect.certain ? 'lost' : 'perhaps lost'}: ${effect.what}`,
      };
    case 'loosens':
      return effect.rule
        ? { rule: effect.rule, message: effect.why ?? effect.what }
        : undefined;
    default:
      return findLoad(effect);
  }
}

/** On the way back old code comes back, too: what it does without is no fault. */
function findDown(effect: PlacedEffect): Found | undefined {
  switch (effect.kind) {
    case 'may-fail':
      return { rule: 'down-may-fail', message: effect.what };
    case 'fails':
      return { rule: 'down-fails', message: effect.what };
    case 'unknown':
      return { rule: effect.rule, message: effect.what };
    case 'loses':
      return { rule: 'lost-going-back', message: effect.what };
    default:
      return findLoad(effect);
  }
}

function findLoad(effect: PlacedEffect): Found | undefined {
  if (effect.kind === 'rewrites' && !effect.empties) {
    const { relation, why, certain } = effect;
    return {
      rule: 'rewrites-table',
      message: `${relation} is ${
        certain ? '' : 'perhaps '
      }written anew: ${why}`,
    };
  }
  if (effect.kind === 'scans') {
    return { rule: effect.rule, message: effect.why };
  }
  return undefined;
}
