import type { ConnectedChange } from '@continuity/plugin-continuity-node';
import { isWord, VOCABULARY, type WordName } from './vocabulary';

/** Text and placeholders, in their order. */
export type Template = readonly (string | { word: WordName })[];

/** Doubled braces, since configuration itself substitutes `${...}`. */
const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * Reads a template: literal text with placeholders such as `{{ title }}`.
 *
 * @returns the template, or the placeholder that is not in the vocabulary
 */
export function parseTemplate(
  text: string,
): { template: Template } | { unknown: string } {
  const parts: (string | { word: WordName })[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const [placeholder, name] = match;
    if (!isWord(name)) return { unknown: name };
    parts.push(text.slice(from, match.index), { word: name });
    from = match.index + placeholder.length;
  }
  parts.push(text.slice(from));
  return { template: parts.filter(part => part !== '') };
}

/** The text, with what the change says; without blank lines at either end. */
export function fillTemplate(
  template: Template,
  change: ConnectedChange,
  settings: { annotation: string },
): string {
  return template
    .map(part =>
      typeof part === 'string' ? part : VOCABULARY[part.word](change, settings),
    )
    .join('')
    .trim();
}
