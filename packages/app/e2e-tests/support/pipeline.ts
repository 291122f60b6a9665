import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../../..');

export const backendUrl = 'http://localhost:7007';

/** The pipeline's token of the portal under test. */
export function pipelineToken(): string {
  const folder = path.join(root, '.cache', 'e2e-data');
  return readFileSync(path.join(folder, 'pipeline-token'), 'utf8').trim();
}

/** Runs the command line as a pipeline would, and gives its exit code and output. */
export function continuity(
  ...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [path.join(root, 'tools/run.mjs'), 'continuity', ...args],
      {
        cwd: root,
        env: {
          ...process.env,
          CONTINUITY_URL: backendUrl,
          CONTINUITY_TOKEN: pipelineToken(),
        },
      },
      (error, stdout, stderr) =>
        resolve({
          code: error ? Number(error.code ?? 1) : 0,
          stdout,
          stderr,
        }),
    );
  });
}
