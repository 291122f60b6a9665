/** A tag that people's formatting makes; other angle brackets are text. */
const TAG =
  /<(\/?)(a|b|blockquote|br|div|em|font|h[1-6]|html-blob|i|li|ol|p|span|strong|u|ul)(?:\s[^<>]{0,1000})?\s?\/?>/gi;

/** Begins, or ends, a line of its own. */
const BREAKS = /^(?:blockquote|br|div|h[1-6]|li|ol|p|ul)$/i;

const CHARACTERS: Record<string, string> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
  '#39': "'",
};

/**
 * The words of a DESCRIPTION that holds HTML, as Google Calendar writes those that
 * somebody has formatted. RFC 5545 3.8.1.5 has plain text there: one without any tag is
 * left as it is.
 */
export function withoutMarkup(description: string): string {
  let tags = 0;
  const text = description.replace(TAG, (_, closes: string, tag: string) => {
    tags += 1;
    const isBreak = BREAKS.test(tag) && (closes === '' || !/^br$/i.test(tag));
    return isBreak ? '\n' : '';
  });
  if (tags === 0) return description;
  return text
    .replace(
      /&(amp|apos|gt|lt|nbsp|quot|#39);/g,
      (_, name: string) => CHARACTERS[name],
    )
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .trim();
}
