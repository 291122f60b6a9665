/**
 * The permissions that each part of the pages needs, by name, to tell a reader who
 * lacks one what to ask for. Defined in `@continuity/plugin-continuity-common`.
 */
export const needs = {
  entity: 'continuity.entity.read',
  evidence: 'continuity.evidence.read',
  fleet: 'continuity.fleet.read',
  gate: 'continuity.gate.read',
} as const;
