#!/bin/sh
# Brings DIGEST of VERSION to every cluster of ENVIRONMENT, and waits until it runs there.
set -eu
. ci/lib.sh

where=$(contexts)
for context in $where; do
{%- if values.database %}
  # Before the code that needs it. Going back leaves the schema as it is: each migration is
  # one that the code of before runs on.
  run_job "$context" migrate
{%- endif %}
  manifest service | kubectl --context "$context" apply --filename -
  kubectl --context "$context" rollout status "deployment/$NAME" --timeout=300s
done
