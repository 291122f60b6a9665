import { Transform } from 'node:stream';
import type { Response } from 'express';

const END = '\r\n\r\n';
const LONGEST = 16_384;

/**
 * Takes the head off what a CGI program prints (RFC 3875, section 6), sets status and headers
 * by it, and lets the rest through.
 */
export function cgiAnswer(response: Response): Transform {
  let head: Buffer | undefined = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (!head) return done(null, chunk);
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(END);
      if (end < 0) {
        return head.length > LONGEST
          ? done(
              new Error(`git http-backend printed no head in ${LONGEST} bytes`),
            )
          : done();
      }
      setHead(response, head.subarray(0, end).toString('latin1'));
      const rest = head.subarray(end + END.length);
      head = undefined;
      return done(null, rest);
    },
    flush(done) {
      done(head ? new Error('git http-backend ended without an answer') : null);
    },
  });
}

function setHead(response: Response, head: string) {
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'status') response.statusCode = parseInt(value, 10);
    else if (colon > 0) response.setHeader(name, value);
  }
}
