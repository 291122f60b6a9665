// What the bank's portal reads of others. The iCalendar files beside this file, or those in
// FEEDS_FOLDER, are published as somebody outside the bank would: with an ETag, so that
// whoever follows them is told when nothing changed. The calls of ../traffic/calls.yaml are
// handed out as Jaeger does. `npm start` runs it.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { parse } from 'yaml';

const folder = process.env.FEEDS_FOLDER ?? import.meta.dirname;
const calls = path.join(import.meta.dirname, '../traffic/calls.yaml');
const port = Number(process.env.FEEDS_PORT ?? 8181);

async function answer(request, response) {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/jaeger/api/dependencies') {
    await answerCalls(response);
    return;
  }
  const name = /^\/calendars\/([a-z0-9-]+\.ics)$/.exec(pathname)?.[1];
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

/** https://www.jaegertracing.io/docs/latest/apis/: the same day, whenever it is asked about. */
async function answerCalls(response) {
  const byCaller = parse(await readFile(calls, 'utf8'));
  const data = Object.entries(byCaller).flatMap(([parent, called]) =>
    Object.entries(called).map(([child, callCount]) => ({
      parent,
      child,
      callCount,
    })),
  );
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ data, total: data.length, errors: null }));
}

const server = createServer((request, response) => {
  answer(request, response).catch(error => response.destroy(error));
});
server.on('error', error => {
  process.stderr.write(`the calendar feeds cannot be published: ${error}\n`);
  process.exitCode = 1;
});
server.listen(port, '127.0.0.1', () => {
  process.stdout.write(
    `calendar feeds and traffic on http://localhost:${port}\n`,
  );
});
