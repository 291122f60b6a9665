# For the other scripts here: where the service runs, and how a manifest gets its digest.
NAME='${{ values.name }}'
IMAGE='${{ values.registry }}/${{ values.name }}'

# The kubectl contexts of ENVIRONMENT, one a line, the region that leads first.
contexts() {
  case "$ENVIRONMENT" in
    staging) echo 'staging-${{ values.region }}' ;;
    production)
      echo 'production-${{ values.region }}'
{%- if values.regions == 'both' %}
      echo 'production-${{ values.otherRegion }}'
{%- endif %}
      ;;
{%- if values.regions == 'standby' %}
    production-dr) echo 'production-dr-${{ values.otherRegion }}' ;;
{%- endif %}
    *)
      echo "there is no environment $ENVIRONMENT" >&2
      return 1
      ;;
  esac
}

# A manifest with the digest and version that are deployed in the place of the zeros.
manifest() {
  zeros=$(printf '%064d' 0)
  sed -e "s/sha256:$zeros/$DIGEST/" -e "s/version: '0.0.0'/version: '$VERSION'/" \
    "deploy/kubernetes/$1.yaml"
}

# run_job <context> <name>: makes a job anew, which restarts itself, and waits for it.
run_job() {
  kubectl --context "$1" delete job "$NAME-$2" --ignore-not-found --wait
  manifest "$2-job" | kubectl --context "$1" apply --filename -
  # Longer than the job's own deadline, so that it is the job that gives up.
  kubectl --context "$1" wait --for=condition=complete --timeout=660s "job/$NAME-$2"
}
