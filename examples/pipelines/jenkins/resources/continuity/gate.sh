#!/bin/sh
# Asks the gate what the environment says, and keeps its signed decision; exits as `continuity gate` does.
set -eu

# Nothing of an earlier run may pass for the decision of this one.
mkdir -p "$(dirname "$GATE_STATEMENT")"
rm -f "$GATE_STATEMENT"

set -- gate --statement "$GATE_STATEMENT" --entity "$GATE_ENTITY" --environment "$GATE_ENVIRONMENT" --class "$GATE_CLASS"
if [ -n "${GATE_REGION:-}" ]; then set -- "$@" --region "$GATE_REGION"; fi
if [ -n "${GATE_DIGEST:-}" ]; then set -- "$@" --digest "$GATE_DIGEST"; fi
if [ -n "${GATE_CHANGE:-}" ]; then set -- "$@" --change "$GATE_CHANGE"; fi
if [ -n "${GATE_WAIT:-}" ]; then set -- "$@" --wait "$GATE_WAIT"; fi

# Several words: a command and its first arguments.
# shellcheck disable=SC2086
exec ${CONTINUITY_CLI:-npx --yes @continuity/cli} "$@"
