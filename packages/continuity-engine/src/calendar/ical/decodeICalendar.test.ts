import fc from 'fast-check';
import { unfold } from './contentLines';
import { decodeICalendar } from './decodeICalendar';

const octets = (...parts: (string | number)[]) =>
  Buffer.concat(
    parts.map(part =>
      typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]),
    ),
  );

/** Folded after so many octets, wherever that is (RFC 5545 3.1, the note). */
function foldByOctets(text: string, length: number, fold: string): Buffer {
  const all = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < all.length; at += length) {
    if (at > 0) pieces.push(Buffer.from(fold));
    pieces.push(all.subarray(at, at + length));
  }
  return Buffer.concat(pieces);
}

const unfolded = (text: string) =>
  [...unfold(text)].map(line => ('broken' in line ? line.broken : line.text));

describe('decodeICalendar', () => {
  it.each([
    // A non-breaking space in two (RFC 5545 3.1, as simple implementations fold).
    [octets('A:x', 0xc2, '\r\n ', 0xa0, 'y'), 'A:x\r\n \u00a0y'],
    [octets('A:', 0xe2, '\r\n ', 0x82, 0xac, '!'), 'A:\r\n €!'],
    [octets('A:', 0xe2, 0x82, '\n\t', 0xac), 'A:\n\t€'],
    [octets('A:', 0xf0, 0x9f, 0x92, '\r\n ', 0xaa), 'A:\r\n 💪'],
    [octets('A:é\r\n é\r\nB:ü'), 'A:é\r\n é\r\nB:ü'],
    [octets('\uFEFFBEGIN:VCALENDAR'), 'BEGIN:VCALENDAR'],
  ])('%#: restores a character that a fold broke', (given, text) => {
    expect(decodeICalendar(given)).toBe(text);
  });

  it.each([
    ['Latin-1', octets('A:Z', 0xfc, 'rich')],
    ['a fold without the first half', octets('A:x\r\n ', 0xac)],
    ['half a character at the end', octets('A:', 0xe2, 0x82)],
  ])('refuses what is not UTF-8: %s', (_, given) => {
    expect(() => decodeICalendar(given)).toThrow('not valid');
  });

  it('gets every text back, whatever octet it was folded after', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', maxLength: 60 })
          .map(text => text.replace(/[\r\n]/g, '')),
        fc.integer({ min: 4, max: 75 }),
        fc.constantFrom('\r\n ', '\n ', '\r\n\t'),
        (text, length, fold) => {
          const line = `SUMMARY:${text}`;
          const folded = foldByOctets(line, length, fold);
          expect(unfolded(decodeICalendar(folded))).toEqual([line]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
