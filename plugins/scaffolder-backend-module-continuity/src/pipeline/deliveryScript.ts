import type { PipelineOptions } from './options';

/** Where the script stands in a repository. */
export const SCRIPT = 'ci/deliver.sh';

/** Where the script leaves the signed decisions about an environment, for a pipeline to keep. */
export const decisionsOf = (environment: string) =>
  `gate-decisions/${environment}`;

/** The version of the command line that pipelines are made for. */
const CLI = '@continuity/cli@0.1.0';

/**
 * The script that a pipeline of any system runs, in POSIX shell. Each step is a call of it,
 * so that it can be tried at a desk, and a step means the same on each of them.
 *
 * What the gate does not clearly allow is not deployed; what fails after that is taken
 * back, and what came of either is reported.
 */
export function deliveryScript(options: PipelineOptions): string {
  const { commands, rollbackPlan, migrations, killSwitch } = options;
  return [
    head(options),
    `case "\${1:-}" in
  build)
    # Leaves the digest in the file that DIGEST_FILE names.
    : "\${DIGEST_FILE:?the file that the build leaves its digest in}"
    ${commands.build}
    digest=$(cat "$DIGEST_FILE")
    is_digest "$digest" || fail "the build left no digest in $DIGEST_FILE"
    ;;
`,
    rollbackPlan === undefined ? '' : planStep(rollbackPlan),
    migrations === undefined ? '' : migrationSteps(),
    killSwitch === undefined ? '' : killSwitchStep(killSwitch),
    deploySteps(commands),
    `  *)
    echo "usage: $0 build | ${[
      ...(rollbackPlan === undefined ? [] : ['plan']),
      ...(migrations === undefined ? [] : ['analyze', 'rehearse']),
      ...(killSwitch === undefined ? [] : ['kill-switch']),
    ]
      .map(step => `${step} | `)
      .join('')}deploy <environment>" >&2
    exit 2
    ;;
esac
`,
  ].join('');
}

function head({ entity, migrations, killSwitch }: PipelineOptions): string {
  return `#!/bin/sh
# Builds a release, proves that there is a way back, deploys it where the gate allows, and
# goes back when it does not work. A pipeline calls it step by step; so can you.
#
# It needs VERSION; CONTINUITY_URL and CONTINUITY_TOKEN but for build; DIGEST (sha256:...)
# for deploy. CHANGE names the change request, where there is one; WAIT how long to wait
# for an opening, e.g. 30m; RUN_ID what is the same when a step is run again.
set -eu

ENTITY='${entity}'
${migrations === undefined ? '' : `MIGRATIONS='${migrations}'\n`}${
    killSwitch === undefined
      ? ''
      : `FLAG='${killSwitch.flag}'\nFLAG_PROVIDER='${killSwitch.provider}'\n`
  }
continuity() {
  \${CONTINUITY_CLI:-npx --yes ${CLI}} "$@"
}

now() {
  date -u +%Y-%m-%dT%H:%M:%SZ
}

fail() {
  echo "$0: $*" >&2
  exit 1
}

# Of all of a text: grep would be content with one good line of several.
is_digest() {
  case "$1" in
    sha256:*[!0-9a-f]*) return 1 ;;
    sha256:*) [ \${#1} -eq 71 ] ;;
    *) return 1 ;;
  esac
}

# A name that stands in a report as it is.
is_version() {
  case "$1" in
    '' | [!A-Za-z0-9]* | *[!A-Za-z0-9._+-]*) return 1 ;;
    *) [ \${#1} -le 90 ] ;;
  esac
}

# report <kind> <environment> <payload>
report() {
  printf '{"kind":"%s","source":"%s","externalId":"%s","entityRef":"%s","environment":"%s","observedAt":"%s","payload":%s}' \\
    "$1" pipeline "$1/$2/\${RUN_ID:-$VERSION}/$(now)" "$ENTITY" "$2" "$(now)" "$3" |
    continuity evidence push --file -
}

# It may hold anything, and stands in reports.
RUN_ID=$(printf %s "\${RUN_ID:-}" | tr -c 'A-Za-z0-9._-' '-' | cut -c1-90)
export RUN_ID

is_version "\${VERSION:-}" || fail 'VERSION names no version'

`;
}

function planStep(rollbackPlan: string): string {
  return `  plan)
    # How to go back, for every environment, as it stands in the repository.
    printf '{"kind":"rollback-plan","source":"pipeline","externalId":"rollback-plan/%s","entityRef":"%s","observedAt":"%s","payload":%s}' \\
      "\${RUN_ID:-$VERSION}" "$ENTITY" "$(now)" "$(cat '${rollbackPlan}')" |
      continuity evidence push --file -
    ;;
`;
}

function migrationSteps(): string {
  return `  analyze)
    # Can the migrations be taken back, and does the code of before run on their schema?
    continuity migrations analyze "$MIGRATIONS" --push --entity "$ENTITY"
    ;;
  rehearse)
    # Go back on a database that is thrown away, and compare every row.
    continuity migrations rehearse "$MIGRATIONS" --push --entity "$ENTITY"
    ;;
`;
}

function killSwitchStep(
  killSwitch: NonNullable<PipelineOptions['killSwitch']>,
): string {
  const { environment, off, isOff, on } = killSwitch;
  return `  kill-switch)
    # Throw the switch where it does no harm, and see whether it works.
    ENVIRONMENT='${environment}'
    export ENVIRONMENT
    began=$(date +%s)
    sh "$0" switch-off || fail "$FLAG could not be turned off"
    effective=false
    tries=0
    while [ "$tries" -lt 30 ]; do
      if sh "$0" switch-is-off; then
        effective=true
        break
      fi
      tries=$((tries + 1))
      sleep 2
    done
    seconds=$(($(date +%s) - began))
    toggled=$(now)
    sh "$0" switch-on || fail "$FLAG could not be turned on again"
    report kill-switch "$ENVIRONMENT" "{\\"flag\\":\\"$FLAG\\",\\"provider\\":\\"$FLAG_PROVIDER\\",\\"exists\\":true,\\"rehearsal\\":{\\"toggledAt\\":\\"$toggled\\",\\"effective\\":$effective,\\"seconds\\":$seconds}}"
    [ "$effective" = true ] || fail "$FLAG was thrown and turned nothing off"
    ;;
  switch-off)
    ${off}
    ;;
  switch-is-off)
    ${isOff}
    ;;
  switch-on)
    ${on}
    ;;
`;
}

function deploySteps({
  deploy,
  verify,
  current,
}: PipelineOptions['commands']): string {
  return `  deploy)
    ENVIRONMENT=\${2:?the environment to deploy to}
    export ENVIRONMENT
    case "$ENVIRONMENT" in
      *[!a-z0-9-]*) fail "$ENVIRONMENT names no environment: a-z, 0-9 and -" ;;
    esac
    # What the gate decides here is kept, signed; nothing of an earlier run may pass for it.
    decisions="${decisionsOf('$ENVIRONMENT')}"
    rm -rf "$decisions"
    mkdir -p "$decisions"
    is_digest "\${DIGEST:-}" || fail 'DIGEST names no artifact'
    before=$(sh "$0" what-runs)
    set -- --entity "$ENTITY" --environment "$ENVIRONMENT"
    # Every exit code but 0 ends it here: what is not clearly allowed is not deployed.
    continuity gate "$@" --digest "$DIGEST" --statement "$decisions/gate.json" \\
      \${CHANGE:+--change "$CHANGE"} \${WAIT:+--wait "$WAIT"} \\
      \${RUN_ID:+--idempotency-key "$RUN_ID-$ENVIRONMENT"}
    started=$(now)
    if sh "$0" deploy-it && sh "$0" verify-it; then
      report deployment "$ENVIRONMENT" "{\\"version\\":\\"$VERSION\\",\\"artifactDigest\\":\\"$DIGEST\\",\\"outcome\\":\\"succeeded\\",\\"startedAt\\":\\"$started\\",\\"finishedAt\\":\\"$(now)\\"}"
      exit 0
    fi
    report deployment "$ENVIRONMENT" "{\\"version\\":\\"$VERSION\\",\\"artifactDigest\\":\\"$DIGEST\\",\\"outcome\\":\\"failed\\",\\"startedAt\\":\\"$started\\",\\"finishedAt\\":\\"$(now)\\"}" ||
      echo 'That it failed could not be reported.' >&2
    [ -n "$before" ] || fail "it does not work, and nothing ran in $ENVIRONMENT to go back to"
    version=\${before% *}
    digest=\${before#* }
    echo "It does not work; going back to $version." >&2
    began=$(now)
    set -- "$@" --digest "$digest" --rollback
    answer=0
    continuity gate "$@" --statement "$decisions/rollback.json" || answer=$?
    # The way back needs the gate, and not its signature: 3 is no answer, signed or not.
    if [ "$answer" = 3 ]; then
      answer=0
      continuity gate "$@" || answer=$?
    fi
    [ "$answer" = 0 ] ||
      fail "the gate does not let it go back to $version: decide by hand, now"
    outcome=failed
    if VERSION=$version DIGEST=$digest sh "$0" deploy-it &&
      VERSION=$version DIGEST=$digest sh "$0" verify-it; then
      outcome=succeeded
    fi
    report rollback-execution "$ENVIRONMENT" "{\\"from\\":\\"$VERSION\\",\\"to\\":\\"$version\\",\\"outcome\\":\\"$outcome\\",\\"startedAt\\":\\"$began\\",\\"finishedAt\\":\\"$(now)\\"}" ||
      echo 'Going back could not be reported.' >&2
    [ "$outcome" = succeeded ] || fail "going back to $version failed too: decide by hand, now"
    fail "$VERSION did not work in $ENVIRONMENT; $version is back"
    ;;
  deploy-it)
    ${deploy}
    ;;
  verify-it)
    ${verify}
    ;;
  what-runs)
    # "<version> <digest>" of what runs in ENVIRONMENT, or nothing where nothing does.
    running=$(${current})
    [ -n "$running" ] || exit 0
    is_version "\${running% *}" && is_digest "\${running#* }" ||
      fail "what runs in $ENVIRONMENT is not told as <version> <digest>: $running"
    echo "$running"
    ;;
`;
}
