import { stringify } from 'yaml';
import { decisionsOf, SCRIPT } from './deliveryScript';
import { hasProofs, type PipelineOptions } from './options';

/** The pipeline of GitLab CI/CD. `CONTINUITY_TOKEN` is a masked variable of the project. */
export function gitlabPipeline(options: PipelineOptions): string {
  const { continuityUrl, environments } = options;
  const { rollbackPlan, migrations, killSwitch } = options;
  const jobs: Record<string, unknown> = {
    build: {
      stage: 'build',
      variables: { DIGEST_FILE: '$CI_PROJECT_DIR/digest' },
      script: [
        `sh ${SCRIPT} build`,
        'echo "DIGEST=$(cat "$DIGEST_FILE")" > release.env',
      ],
      artifacts: { reports: { dotenv: 'release.env' } },
    },
  };
  const prove = (step: string) => ({
    stage: 'prove',
    needs: ['build'],
    script: [`sh ${SCRIPT} ${step}`],
  });
  if (rollbackPlan !== undefined) jobs.plan = prove('plan');
  if (migrations !== undefined) {
    jobs.analyze = prove('analyze');
    jobs.rehearse = prove('rehearse');
  }
  if (killSwitch !== undefined) jobs['kill-switch'] = prove('kill-switch');
  for (const environment of environments) {
    jobs[`deploy-${environment}`] = {
      stage: `deploy-${environment}`,
      environment,
      // One after the other, and none is stopped half way.
      resource_group: environment,
      interruptible: false,
      script: [`sh ${SCRIPT} deploy ${environment}`],
      // What the gate decided, signed; denials too.
      artifacts: { when: 'always', paths: [`${decisionsOf(environment)}/`] },
    };
  }
  return stringify(
    {
      stages: [
        'build',
        ...(hasProofs(options) ? ['prove'] : []),
        ...environments.map(environment => `deploy-${environment}`),
      ],
      workflow: {
        rules: [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }],
      },
      default: { image: 'node:22', timeout: '2h' },
      variables: {
        CONTINUITY_URL: continuityUrl,
        VERSION: '$CI_COMMIT_SHA',
        RUN_ID: 'gitlab-$CI_JOB_ID',
        CHANGE: {
          value: '',
          description: 'Reference of the change request, where there is one',
        },
      },
      ...jobs,
    },
    { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true },
  );
}
