#!/bin/sh
# Builds a release, proves that there is a way back, deploys it where the gate allows, and
# goes back when it does not work. A pipeline calls it step by step; so can you.
#
# It needs VERSION; CONTINUITY_URL and CONTINUITY_TOKEN but for build; DIGEST (sha256:...)
# for deploy. CHANGE names the change request, where there is one; WAIT how long to wait
# for an opening, e.g. 30m; RUN_ID what is the same when a step is run again.
set -eu

ENTITY='component:default/payments-api'

continuity() {
  ${CONTINUITY_CLI:-npx --yes @continuity/cli@0.1.0} "$@"
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
    sha256:*) [ ${#1} -eq 71 ] ;;
    *) return 1 ;;
  esac
}

# A name that stands in a report as it is.
is_version() {
  case "$1" in
    '' | [!A-Za-z0-9]* | *[!A-Za-z0-9._+-]*) return 1 ;;
    *) [ ${#1} -le 90 ] ;;
  esac
}

# report <kind> <environment> <payload>
report() {
  printf '{"kind":"%s","source":"%s","externalId":"%s","entityRef":"%s","environment":"%s","observedAt":"%s","payload":%s}' \
    "$1" pipeline "$1/$2/${RUN_ID:-$VERSION}/$(now)" "$ENTITY" "$2" "$(now)" "$3" |
    continuity evidence push --file -
}

# It may hold anything, and stands in reports.
RUN_ID=$(printf %s "${RUN_ID:-}" | tr -c 'A-Za-z0-9._-' '-' | cut -c1-90)
export RUN_ID

is_version "${VERSION:-}" || fail 'VERSION names no version'

case "${1:-}" in
  build)
    # Leaves the digest in the file that DIGEST_FILE names.
    : "${DIGEST_FILE:?the file that the build leaves its digest in}"
    ./build.sh "$VERSION" > "$DIGEST_FILE"
    digest=$(cat "$DIGEST_FILE")
    is_digest "$digest" || fail "the build left no digest in $DIGEST_FILE"
    ;;
  deploy)
    ENVIRONMENT=${2:?the environment to deploy to}
    export ENVIRONMENT
    case "$ENVIRONMENT" in
      *[!a-z0-9-]*) fail "$ENVIRONMENT names no environment: a-z, 0-9 and -" ;;
    esac
    # What the gate decides here is kept, signed; nothing of an earlier run may pass for it.
    decisions="gate-decisions/$ENVIRONMENT"
    rm -rf "$decisions"
    mkdir -p "$decisions"
    is_digest "${DIGEST:-}" || fail 'DIGEST names no artifact'
    before=$(sh "$0" what-runs)
    set -- --entity "$ENTITY" --environment "$ENVIRONMENT"
    # Every exit code but 0 ends it here: what is not clearly allowed is not deployed.
    continuity gate "$@" --digest "$DIGEST" --statement "$decisions/gate.json" \
      ${CHANGE:+--change "$CHANGE"} ${WAIT:+--wait "$WAIT"} \
      ${RUN_ID:+--idempotency-key "$RUN_ID-$ENVIRONMENT"}
    started=$(now)
    if sh "$0" deploy-it && sh "$0" verify-it; then
      report deployment "$ENVIRONMENT" "{\"version\":\"$VERSION\",\"artifactDigest\":\"$DIGEST\",\"outcome\":\"succeeded\",\"startedAt\":\"$started\",\"finishedAt\":\"$(now)\"}"
      exit 0
    fi
    report deployment "$ENVIRONMENT" "{\"version\":\"$VERSION\",\"artifactDigest\":\"$DIGEST\",\"outcome\":\"failed\",\"startedAt\":\"$started\",\"finishedAt\":\"$(now)\"}" ||
      echo 'That it failed could not be reported.' >&2
    [ -n "$before" ] || fail "it does not work, and nothing ran in $ENVIRONMENT to go back to"
    version=${before% *}
    digest=${before#* }
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
    report rollback-execution "$ENVIRONMENT" "{\"from\":\"$VERSION\",\"to\":\"$version\",\"outcome\":\"$outcome\",\"startedAt\":\"$began\",\"finishedAt\":\"$(now)\"}" ||
      echo 'Going back could not be reported.' >&2
    [ "$outcome" = succeeded ] || fail "going back to $version failed too: decide by hand, now"
    fail "$VERSION did not work in $ENVIRONMENT; $version is back"
    ;;
  deploy-it)
    ./deploy.sh "$ENVIRONMENT" "$VERSION" "$DIGEST"
    ;;
  verify-it)
    ./smoke-test.sh "$ENVIRONMENT"
    ;;
  what-runs)
    # "<version> <digest>" of what runs in ENVIRONMENT, or nothing where nothing does.
    running=$(./what-runs.sh "$ENVIRONMENT")
    [ -n "$running" ] || exit 0
    is_version "${running% *}" && is_digest "${running#* }" ||
      fail "what runs in $ENVIRONMENT is not told as <version> <digest>: $running"
    echo "$running"
    ;;
  *)
    echo "usage: $0 build | deploy <environment>" >&2
    exit 2
    ;;
esac
