import { plainProse } from '../http';
import { maskSecrets } from './maskSecrets';

/**
 * A text that somebody wrote, as it is kept: with everything masked that looks like a secret.
 *
 * @throws InputError that names the field when it is not plain
 */
export function keptText(field: string, text: string): string {
  return String(maskSecrets(plainProse(field, text)));
}
