import fc from 'fast-check';
import type { AskedOperation } from '../operation';
import { hour, type GivenWindow } from './windows';

/** Days of whole hours, so that windows often touch, overlap and coincide. */
const anyTimes = fc
  .array(
    fc.tuple(fc.integer({ min: -6, max: 60 }), fc.integer({ min: 1, max: 9 })),
    {
      maxLength: 6,
    },
  )
  .map(list =>
    list.map(([start, length]) => [hour(start), hour(start + length)] as const),
  );

export const anyWindow: fc.Arbitrary<GivenWindow> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  times: anyTimes,
  inScope: fc.boolean().map(out => !out),
  effect: fc.constantFrom(
    'freeze' as const,
    'freeze' as const,
    'maintenance' as const,
  ),
  enforcement: fc.constantFrom(
    'block' as const,
    'approval' as const,
    'warn' as const,
  ),
  onRunning: fc.constantFrom('finish' as const, 'pause' as const),
  rollbacksExempt: fc.boolean(),
});

export const anyWindows = fc.uniqueArray(anyWindow, {
  maxLength: 6,
  selector: ({ id }) => id,
});

export const anyOperation: fc.Arbitrary<AskedOperation> = fc.record(
  {
    operation: fc.constantFrom(
      'deploy' as const,
      'rollback' as const,
      'continue' as const,
    ),
    rollbackProven: fc.boolean(),
    runningSince: fc.integer({ min: -10, max: 50 }).map(hour),
  },
  { requiredKeys: [] },
);
