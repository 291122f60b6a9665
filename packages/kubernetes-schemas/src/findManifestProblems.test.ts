import { findManifestProblems } from './index';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'payments-api' },
  spec: {
    selector: { matchLabels: { app: 'payments-api' } },
    template: {
      metadata: { labels: { app: 'payments-api' } },
      spec: { containers: [{ name: 'api', image: 'payments-api:2.4.0' }] },
    },
  },
};

describe('findManifestProblems', () => {
  it('finds none in what is right', () => {
    expect(findManifestProblems(deployment)).toEqual([]);
  });

  it('finds what is missing and what is of another type', () => {
    const problems = findManifestProblems({
      ...deployment,
      spec: { template: deployment.spec.template, replicas: 'three' },
    });
    expect(problems.join('\n')).toMatch(/selector/);
    expect(problems.join('\n')).toMatch(/replicas/);
  });

  it.each([
    ['no manifest', {}, 'expected apiVersion and kind'],
    ['an unknown kind', { apiVersion: 'v1', kind: 'Thing' }, 'no schema of v1'],
    [
      'an unknown group',
      { apiVersion: 'a/v1', kind: 'A' },
      'no schema of a/v1',
    ],
  ])('takes %s for no pass', (_, manifest, message) => {
    expect(() => findManifestProblems(manifest)).toThrow(message);
  });
});
