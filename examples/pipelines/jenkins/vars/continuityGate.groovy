/**
 * Asks Continuity whether something may be deployed now, and stops the build unless it may.
 *
 * continuityGate(
 *   entity: 'component:default/payments-api',
 *   environment: 'production',
 *   url: 'https://portal.example',
 *   wait: '30m'
 * )
 *
 * entity, environment: what is deployed, and where to
 * url: of the portal; absent: CONTINUITY_URL of the build
 * releaseClass: standard, major or emergency; absent: standard
 * region, digest, change: absent: none is named
 * wait: how long to wait for an opening, e.g. 30m or 2h; absent: not at all
 * statement: where the signed decision is kept and archived from; absent: gate-decisions/<environment>.json
 * credentialsId: of the secret text that holds the token; absent: continuity-token
 * cli: how the command line is started; absent: npx --yes @continuity/cli
 */
def call(Map args) {
  def known = [
    'entity', 'environment', 'url', 'releaseClass', 'region', 'digest', 'change', 'wait',
    'statement', 'credentialsId', 'cli'
  ]
  for (name in args.keySet()) {
    if (!known.contains(name)) {
      error("continuityGate: there is no ${name}; expected ${known.join(', ')}")
    }
  }
  for (name in ['entity', 'environment']) {
    if (!args[name]) {
      error("continuityGate: ${name} is missing")
    }
  }
  def url = args.url ?: env.CONTINUITY_URL
  if (!url) {
    error('continuityGate: url is missing, and there is no CONTINUITY_URL')
  }

  def statement = args.statement ?: "gate-decisions/${args.environment}.json"
  int code = 3
  withCredentials([
    string(credentialsId: args.credentialsId ?: 'continuity-token', variable: 'CONTINUITY_TOKEN')
  ]) {
    withEnv([
      "CONTINUITY_URL=${url}",
      "CONTINUITY_CLI=${args.cli ?: ''}",
      "GATE_ENTITY=${args.entity}",
      "GATE_ENVIRONMENT=${args.environment}",
      "GATE_REGION=${args.region ?: ''}",
      "GATE_CLASS=${args.releaseClass ?: 'standard'}",
      "GATE_DIGEST=${args.digest ?: ''}",
      "GATE_CHANGE=${args.change ?: ''}",
      "GATE_WAIT=${args.wait ?: ''}",
      "GATE_STATEMENT=${statement}"
    ]) {
      code = sh(
        label: 'May this be deployed now?',
        returnStatus: true,
        script: libraryResource('continuity/gate.sh')
      )
    }
  }

  // Denials too: they prove what was answered.
  archiveArtifacts(artifacts: statement, allowEmptyArchive: true, fingerprint: true)

  switch (code) {
    case 0:
      return
    case 10:
      error('Denied: the log says why, and what to do next')
    case 11:
      error('It needs approval: the log says whose; run the stage again once it is there')
    default:
      error("There is no answer (${code}), which counts as denied")
  }
}
