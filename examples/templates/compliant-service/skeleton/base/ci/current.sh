#!/bin/sh
# Prints "<version> <digest>" of what runs in ENVIRONMENT, and nothing where nothing does.
set -eu
. ci/lib.sh

where=$(contexts)
running=$(
  kubectl --context "$(echo "$where" | head -n 1)" get deployment "$NAME" \
    --ignore-not-found \
    --output 'jsonpath={.metadata.annotations.app\.kubernetes\.io/version} {.spec.template.spec.containers[0].image}'
)
[ -n "$running" ] || exit 0
echo "${running%% *} ${running##*@}"
