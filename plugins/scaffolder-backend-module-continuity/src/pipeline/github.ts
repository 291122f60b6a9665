import { stringify } from 'yaml';
import { decisionsOf, SCRIPT } from './deliveryScript';
import type { PipelineOptions } from './options';

/** Pinned to commits, since a tag can be moved; what a commit is called stands beside it. */
const CHECKOUT = 'actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683';
const SETUP_NODE =
  'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020';
const UPLOAD =
  'actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02';
const CALLED = new Map([
  [UPLOAD, 'v4.6.2'],
  [CHECKOUT, 'v4.2.2'],
  [SETUP_NODE, 'v4.4.0'],
]);

const secrets = { CONTINUITY_TOKEN: '${{ secrets.CONTINUITY_TOKEN }}' };
const nodeStep = { uses: SETUP_NODE, with: { 'node-version': 22 } };
const run = (name: string, step: string) => ({
  name,
  run: `sh ${SCRIPT} ${step}`,
});

/** The workflow of GitHub Actions. */
export function githubWorkflow(options: PipelineOptions): string {
  const { continuityUrl, environments } = options;
  const { rollbackPlan, migrations, killSwitch } = options;
  const steps = [{ uses: CHECKOUT }, nodeStep];
  const proves = [
    ...(rollbackPlan === undefined
      ? []
      : [run('Report how to go back', 'plan')]),
    ...(migrations === undefined
      ? []
      : [
          run('Can the migrations go back?', 'analyze'),
          run('Go back on a database that is thrown away', 'rehearse'),
        ]),
    ...(killSwitch === undefined
      ? []
      : [run('Throw the kill switch', 'kill-switch')]),
  ];
  const jobs: Record<string, unknown> = {
    build: {
      'runs-on': 'ubuntu-latest',
      'timeout-minutes': 60,
      outputs: { digest: '${{ steps.build.outputs.digest }}' },
      steps: [
        { uses: CHECKOUT },
        {
          id: 'build',
          name: 'Build',
          env: { DIGEST_FILE: '${{ runner.temp }}/digest' },
          run: `sh ${SCRIPT} build\necho "digest=$(cat "$DIGEST_FILE")" >> "$GITHUB_OUTPUT"\n`,
        },
      ],
    },
  };
  let before = 'build';
  if (proves.length > 0) {
    jobs.prove = {
      needs: 'build',
      'runs-on': 'ubuntu-latest',
      'timeout-minutes': 60,
      env: secrets,
      steps: [...steps, ...proves],
    };
    before = 'prove';
  }
  for (const environment of environments) {
    const id = `deploy-${environment}`;
    jobs[id] = {
      needs: before === 'build' ? ['build'] : ['build', before],
      'runs-on': 'ubuntu-latest',
      'timeout-minutes': 120,
      environment,
      // One after the other, and none is stopped half way.
      concurrency: { group: id, 'cancel-in-progress': false },
      env: {
        ...secrets,
        DIGEST: '${{ needs.build.outputs.digest }}',
        CHANGE: '${{ inputs.change }}',
      },
      steps: [
        ...steps,
        {
          name: `Deploy to ${environment}`,
          run: `sh ${SCRIPT} deploy ${environment}`,
        },
        {
          name: 'Keep what the gate decided, signed',
          if: 'always()',
          uses: UPLOAD,
          with: {
            name: `decision-${environment}-\${{ github.run_attempt }}`,
            path: decisionsOf(environment),
          },
        },
      ],
    };
    before = id;
  }
  const workflow = stringify(
    {
      name: 'Deliver',
      on: {
        push: { branches: ['main'] },
        workflow_dispatch: {
          inputs: {
            change: {
              description:
                'Reference of the change request, where there is one',
              required: false,
              type: 'string',
            },
          },
        },
      },
      permissions: { contents: 'read' },
      env: {
        CONTINUITY_URL: continuityUrl,
        VERSION: '${{ github.sha }}',
        RUN_ID: 'github-${{ github.run_id }}-${{ github.run_attempt }}',
      },
      jobs,
    },
    { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true },
  );
  return [...CALLED].reduce(
    (text, [action, version]) =>
      text.replaceAll(`uses: ${action}`, `uses: ${action} # ${version}`),
    workflow,
  );
}
