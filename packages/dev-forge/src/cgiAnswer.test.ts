import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cgiAnswer } from './cgiAnswer.ts';

async function answer(...chunks: string[]) {
  const headers: Record<string, string> = {};
  const response = {
    statusCode: 200,
    setHeader: (name: string, value: string) => {
      headers[name] = value;
    },
  };
  let body = '';
  await pipeline(
    Readable.from(chunks.map(chunk => Buffer.from(chunk))),
    cgiAnswer(response as any),
    new Writable({
      write(chunk, _encoding, done) {
        body += chunk;
        done();
      },
    }),
  );
  return { status: response.statusCode, headers, body };
}

describe('cgiAnswer', () => {
  it.each([
    [['Content-Type: a/b\r\n\r\nbody'], 200],
    [['Status: 404 Not Found\r\nContent-Type: a/b\r\n\r\nbody'], 404],
    [
      [
        'Status: 403 Forb',
        'idden\r\nContent-Type: a/b\r',
        '\n\r',
        '\nbo',
        'dy',
      ],
      403,
    ],
  ])('takes the head off %j', async (chunks, status) => {
    expect(await answer(...chunks)).toEqual({
      status,
      headers: { 'content-type': 'a/b' },
      body: 'body',
    });
  });

  it.each([
    ['ends without a head', ['Status: 200'], 'ended without an answer'],
    ['never ends its head', ['x'.repeat(20_000)], 'no head'],
  ])('fails when the program %s', async (_what, chunks, message) => {
    await expect(answer(...chunks)).rejects.toThrow(message);
  });
});
