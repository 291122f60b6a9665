import {
  builtinEvidenceKinds,
  createEvidenceRegistry,
} from '@continuity/engine';
import type { EvidenceCollector } from '@continuity/plugin-continuity-node';
import { readCollectors, runMs } from './readCollectors';

const kinds = createEvidenceRegistry(builtinEvidenceKinds);

const collector = (change: Partial<EvidenceCollector>): EvidenceCollector => ({
  id: 'oci',
  title: 'OCI',
  kinds: ['artifact-availability'],
  everySeconds: 3600,
  collect: async () => {},
  ...change,
});

it('has collectors by id', () => {
  const oci = collector({});
  expect(readCollectors([oci], kinds).get('oci')).toBe(oci);
});

it.each([
  [[{ id: 'OCI' }], 'expected an id of lower-case letters'],
  [[{ id: '' }], 'expected an id of lower-case letters'],
  [[{}, {}], 'registered twice'],
  [[{ everySeconds: 59 }], 'everySeconds: expected at least 60'],
  [[{ everySeconds: NaN }], 'everySeconds'],
  [[{ timeoutSeconds: 3601 }], 'timeoutSeconds'],
  [[{ timeoutSeconds: 0 }], 'timeoutSeconds'],
  [[{ kinds: ['backup-age'] }], 'nobody has added the kind'],
])('refuses %j', (changes, problem) => {
  expect(() => readCollectors(changes.map(collector), kinds)).toThrow(problem);
});

it.each([
  [{ everySeconds: 3600 }, 600_000],
  [{ everySeconds: 120 }, 120_000],
  [{ everySeconds: 3600, timeoutSeconds: 1800 }, 1_800_000],
])('lets a run of %j take %i ms', (times, ms) => {
  expect(runMs(collector(times))).toBe(ms);
});
