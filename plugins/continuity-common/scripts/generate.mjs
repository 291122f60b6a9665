// Makes the types and the run-time document from openapi.yaml, so that neither is
// ever written by hand. `--check` changes nothing and fails when they are out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = readFileSync(path.join(folder, 'openapi.yaml'), 'utf8');
const notice =
  '// Generated from openapi.yaml by `npm run generate`; do not edit.\n';

// A default is what the server fills in; the caller may leave the field out.
const types = astToString(
  await openapiTS(source, { defaultNonNullable: false }),
);

const generated = {
  'src/generated/openapi.ts':
    notice +
    // Always made, and always empty here.
    types.replace(/^export type (?:webhooks|\$defs) = .*;\n/gm, ''),
  'src/generated/openapi-document.ts': `${notice}
/** The API's OpenAPI document, for validating requests at run time. */
export const openApiDocument: Record<string, unknown> = ${JSON.stringify(
    parse(source),
    null,
    2,
  )};
`,
};

const stale = [];
for (const [name, text] of Object.entries(generated)) {
  const file = path.join(folder, name);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (process.argv.includes('--check')) stale.push(name);
  else writeFileSync(file, text);
}
if (stale.length > 0) {
  process.stderr.write(
    `Out of date with openapi.yaml: ${stale.join(
      ', ',
    )}; run \`npm run generate\`.\n`,
  );
  process.exitCode = 1;
}
