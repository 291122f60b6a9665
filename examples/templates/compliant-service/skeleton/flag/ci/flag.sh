#!/bin/sh
# flag.sh on | off | is-off: throws the switch in every cluster of ENVIRONMENT, or ends with
# 0 when everything that runs there takes it for off.
set -eu
. ci/lib.sh

FLAG='${{ values.flag }}'

throw() {
  file=$(mktemp)
  node -e '
    const content = JSON.parse(fs.readFileSync("flags/flags.json"));
    content.flags[process.argv[1]].defaultVariant = process.argv[2];
    fs.writeFileSync(process.argv[3], JSON.stringify(content));
  ' "$FLAG" "$1" "$file"
  for context in $where; do
    kubectl --context "$context" create configmap "$NAME-flags" \
      --from-file "flags.json=$file" --dry-run=client --output yaml |
      kubectl --context "$context" apply --filename -
    # A pod that changes is looked at now; else its files follow within a minute or two.
    pods=$(kubectl --context "$context" get pods --selector "$running" --output name)
    for pod in $pods; do
      kubectl --context "$context" annotate --overwrite "$pod" "flags-thrown-at=$(date +%s)"
    done
  done
}

is_off() {
  for context in $where; do
    pods=$(kubectl --context "$context" get pods --selector "$running" --output name)
    for pod in $pods; do
      state=$(kubectl --context "$context" exec "$pod" -- node src/flags.js "$FLAG")
      [ "$state" = off ] || return 1
    done
    # Before the first deployment nothing runs: what would run is asked.
    if [ -z "$pods" ]; then
      kept=$(mktemp)
      kubectl --context "$context" get configmap "$NAME-flags" \
        --output 'jsonpath={.data.flags\.json}' >"$kept"
      [ -s "$kept" ] || return 1
      state=$(node src/flags.js "$FLAG" "$kept")
      [ "$state" = off ] || return 1
    fi
  done
}

where=$(contexts)
running="app.kubernetes.io/name=$NAME,app.kubernetes.io/component=service"
case "${1:-}" in
  on | off) throw "$1" ;;
  is-off) is_off ;;
  *)
    echo "usage: ENVIRONMENT=<environment> $0 on | off | is-off" >&2
    exit 2
    ;;
esac
