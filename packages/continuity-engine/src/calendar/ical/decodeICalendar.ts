const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const TAB = 0x09;

/**
 * Decodes the octets of an iCalendar file, which is UTF-8 (RFC 5545 3.1.4). A line that
 * was folded within a character is folded before it instead: RFC 5545 3.1 has readers
 * restore such a character, and once it is decoded it is lost.
 *
 * @throws TypeError for octets that are not UTF-8 all the same.
 */
export function decodeICalendar(octets: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return decoder.decode(withWholeCharacters(octets));
}

/** The octets themselves where no fold stands within a character. */
function withWholeCharacters(octets: Uint8Array): Uint8Array {
  let mended: Uint8Array | undefined;
  for (
    let at = octets.indexOf(LINE_FEED);
    at >= 0;
    at = octets.indexOf(LINE_FEED, at + 1)
  ) {
    const space = octets[at + 1];
    if (space !== SPACE && space !== TAB) continue;
    if (!continues(octets[at + 2])) continue;
    const fold = octets[at - 1] === RETURN ? at - 1 : at;
    mended ??= Uint8Array.from(octets);
    let begin = fold - 1;
    while (begin > fold - 3 && continues(mended[begin])) begin -= 1;
    if (!(mended[begin] >= 0xc0)) continue;
    const head = mended.slice(begin, fold);
    mended.copyWithin(begin, fold, at + 2);
    mended.set(head, at + 2 - head.length);
  }
  return mended ?? octets;
}

/** Whether an octet is one of a character that began before (RFC 3629 3). */
function continues(octet: number | undefined): boolean {
  return octet !== undefined && octet >= 0x80 && octet < 0xc0;
}
