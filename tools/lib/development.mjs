import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What the development portal needs and no repository should hold: a data folder and
 * secrets of this checkout only, made on first use and kept, so that a restart keeps
 * its database and its sessions. A value that is already set is left alone.
 */
export function developmentEnvironment(root) {
  const data = process.env.CONTINUITY_DATA_DIR ?? path.join(root, '.data');
  mkdirSync(data, { recursive: true });
  const secret = (name, file) =>
    process.env[name] ?? secretFrom(path.join(data, file));
  return {
    CONTINUITY_DATA_DIR: data,
    CONTINUITY_PIPELINE_TOKEN: secret(
      'CONTINUITY_PIPELINE_TOKEN',
      'pipeline-token',
    ),
    CONTINUITY_SESSION_SECRET: secret(
      'CONTINUITY_SESSION_SECRET',
      'session-secret',
    ),
    IDENTITY_CLIENT_SECRET: secret(
      'IDENTITY_CLIENT_SECRET',
      'identity-client-secret',
    ),
    FORGE_TOKEN: secret('FORGE_TOKEN', 'forge-token'),
  };
}

function secretFrom(file) {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
