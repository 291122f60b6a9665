// Publishes the iCalendar files beside it, or those in FEEDS_FOLDER, as somebody outside the bank would: with an
// ETag, so that whoever follows them is told when nothing changed. `npm start` runs it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import process from 'node:process';

const folder = process.env.FEEDS_FOLDER ?? import.meta.dirname;
const port = Number(process.env.FEEDS_PORT ?? 8181);

async function answer(request, response) {
  const name = /^\/calendars\/([a-z0-9-]+\.ics)$/.exec(request.url ?? '')?.[1];
  // Read anew each time: change a file and see who notices.
  const content =
    name && (await readFile(path.join(folder, name)).catch(() => undefined));
  if (!content) {
    response.writeHead(404, { 'content-type': 'text/plain' });
    response.end('There is no such calendar\n');
    return;
  }
  const etag = `"${createHash('sha256').update(content).digest('hex')}"`;
  const isKnown = request.headers['if-none-match'] === etag;
  response.writeHead(isKnown ? 304 : 200, {
    etag,
    'content-type': 'text/calendar; charset=utf-8',
  });
  response.end(isKnown ? undefined : content);
}

const server = createServer((request, response) => {
  answer(request, response).catch(error => response.destroy(error));
});
server.on('error', error => {
  process.stderr.write(`the calendar feeds cannot be published: ${error}\n`);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => {
  process.stdout.write(`calendar feeds on http://localhost:${port}\n`);
});
