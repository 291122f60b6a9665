import { readActor } from './readActor';

// What Access.ts of the backend, its clocks, connectors and collectors call themselves.
it.each([
  ['user:default/anna', 'entity', 'user:default/anna'],
  ['group:default/team-payments', 'entity', 'group:default/team-payments'],
  ['service:continuity', 'itself', 'service:continuity'],
  ['service:plugin:continuity', 'itself', 'service:plugin:continuity'],
  ['service:plugin:scaffolder', 'part', 'scaffolder'],
  ['plugin:catalog', 'part', 'catalog'],
  ['service:external:example-pipeline', 'service', 'example-pipeline'],
  ['service:github', 'service', 'github'],
  ['collector:oci', 'collector', 'oci'],
  // Kinds may be called anything.
  ['service:default/shop', 'entity', 'service:default/shop'],
  ['ci.example/jobs/7', 'other', 'ci.example/jobs/7'],
])('reads %s', (ref, is, name) => {
  expect(readActor(ref)).toEqual({ is, name });
});
