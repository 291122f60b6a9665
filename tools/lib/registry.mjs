import { existsSync } from 'node:fs';
import path from 'node:path';

/** @returns the path of Debian's docker-registry on this machine, or undefined */
export function findRegistry() {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map(folder => path.join(folder, 'docker-registry'))
    .find(file => existsSync(file));
}
