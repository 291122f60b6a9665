#!/bin/sh
# Ends with 0 when the service answers in every cluster of ENVIRONMENT.
set -eu
. ci/lib.sh

where=$(contexts)
for context in $where; do
  run_job "$context" smoke
done
