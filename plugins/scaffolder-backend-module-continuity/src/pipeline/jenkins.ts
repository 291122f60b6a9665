import { decisionsOf, SCRIPT } from './deliveryScript';
import { hasProofs, type PipelineOptions } from './options';

/** The declarative pipeline of Jenkins. `continuity-token` is a secret text among its credentials. */
export function jenkinsPipeline(options: PipelineOptions): string {
  const { continuityUrl, environments } = options;
  const { rollbackPlan, migrations, killSwitch } = options;
  const proofs = [
    ...(rollbackPlan === undefined ? [] : ['plan']),
    ...(migrations === undefined ? [] : ['analyze', 'rehearse']),
    ...(killSwitch === undefined ? [] : ['kill-switch']),
  ];
  return `pipeline {
  agent any
  options {
    disableConcurrentBuilds()
    timeout(time: 4, unit: 'HOURS')
  }
  parameters {
    string(name: 'CHANGE', defaultValue: '', description: 'Reference of the change request, where there is one')
  }
  environment {
    CONTINUITY_URL = '${continuityUrl}'
    VERSION = "\${env.GIT_COMMIT}"
    RUN_ID = "jenkins-\${env.BUILD_TAG}"
    DIGEST_FILE = "\${env.WORKSPACE}/digest"
  }
  stages {
    stage('Build') {
      steps {
        sh 'sh ${SCRIPT} build'
        script { env.DIGEST = readFile(env.DIGEST_FILE).trim() }
      }
    }
${
  hasProofs(options)
    ? `    stage('Prove') {
      environment { CONTINUITY_TOKEN = credentials('continuity-token') }
      steps {
${proofs.map(step => `        sh 'sh ${SCRIPT} ${step}'`).join('\n')}
      }
    }
`
    : ''
}${environments
    .map(
      environment => `    stage('Deploy to ${environment}') {
      environment { CONTINUITY_TOKEN = credentials('continuity-token') }
      steps {
        sh 'sh ${SCRIPT} deploy ${environment}'
      }
      post {
        always {
          archiveArtifacts artifacts: '${decisionsOf(
            environment,
          )}/*.json', allowEmptyArchive: true, fingerprint: true
        }
      }
    }
`,
    )
    .join('')}  }
}
`;
}
