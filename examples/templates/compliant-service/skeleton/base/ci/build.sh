#!/bin/sh
# Tests the service, pushes its image, and leaves the digest in the file of DIGEST_FILE.
set -eu
. ci/lib.sh

npm ci
npm test
metadata=$(mktemp)
docker buildx build --push --tag "$IMAGE:$VERSION" --metadata-file "$metadata" .
node -p 'JSON.parse(fs.readFileSync(process.argv[1]))["containerimage.digest"]' "$metadata" >"$DIGEST_FILE"
