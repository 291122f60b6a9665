import type { PlacedEffect } from '../statements/effects';
import {
  blocksReads,
  blocksWrites,
  strongest,
  type LockMode,
} from '../statements/locks';
import type { HeldLock, Rewrite, Scan, ScriptLoad } from '../types';

/** The strongest lock of each relation, and each rewrite and scan once. */
export function loadOf(effects: readonly PlacedEffect[]): ScriptLoad {
  const modes = new Map<string, LockMode>();
  const rewrites = new Map<string, Rewrite>();
  const scans = new Map<string, Scan>();
  for (const effect of effects) {
    if (effect.kind === 'locks') {
      const { relation, mode } = effect;
      modes.set(relation, strongest(mode, modes.get(relation)));
    } else if (effect.kind === 'rewrites' && !effect.empties) {
      const { relation, why, certain } = effect;
      if (!rewrites.get(relation)?.certain) {
        rewrites.set(relation, { relation, why, certain });
      }
    } else if (effect.kind === 'scans' && blocksWrites(effect.mode)) {
      scans.set(`${effect.relation}\n${effect.why}`, {
        relation: effect.relation,
        why: effect.why,
      });
    }
  }
  return {
    locks: [...modes].map(([relation, mode]) => ({
      relation,
      mode,
      blocks: whatBlocks(mode),
    })),
    rewrites: [...rewrites.values()],
    scans: [...scans.values()],
  };
}

function whatBlocks(mode: LockMode): HeldLock['blocks'] {
  if (blocksReads(mode)) return 'reads and writes';
  return blocksWrites(mode) ? 'writes' : 'nothing';
}
