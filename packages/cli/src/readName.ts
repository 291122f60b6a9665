import { UsageError } from './failures';

/**
 * A name as an option gives it, without blanks around it.
 *
 * @param longest - in characters
 * @throws UsageError when nothing is left, as with a variable that is not set
 */
export function readName(
  option: string,
  text: string,
  longest: number,
): string {
  const name = text.trim();
  if (name === '') {
    throw new UsageError(
      `${option}: is empty; give a name, or check the variable it comes from`,
    );
  }
  if (name.length > longest) {
    throw new UsageError(
      `${option}: has ${name.length} characters, at most ${longest} are allowed`,
    );
  }
  return name;
}
