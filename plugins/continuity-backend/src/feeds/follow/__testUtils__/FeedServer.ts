import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';

/** A real HTTP server whose answer can be changed while it runs. */
export class FeedServer {
  /** Nothing is there until a test says otherwise. */
  answer: RequestListener = (_, res) => {
    res.statusCode = 404;
    res.end();
  };
  /** What was asked, oldest first. */
  readonly asked: { path: string; ifNoneMatch?: string }[] = [];
  readonly #server: Server;
  #port = 0;

  constructor() {
    this.#server = createServer((req, res) => {
      const ifNoneMatch = req.headers['if-none-match'];
      this.asked.push({
        path: req.url ?? '',
        ...(ifNoneMatch !== undefined && { ifNoneMatch }),
      });
      this.answer(req, res);
    });
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    this.#port = typeof address === 'object' ? address?.port ?? 0 : 0;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** As a configuration allows it. */
  get host(): string {
    return `127.0.0.1:${this.#port}`;
  }

  url(path: string = '/feeds/s3cr3t.ics'): string {
    return `http://${this.host}${path}`;
  }

  /** Answers with a text from now on. */
  serve(text: string | Buffer, headers: Record<string, string> = {}): void {
    this.answer = (_, res) => {
      res.writeHead(200, { 'content-type': 'text/calendar', ...headers });
      res.end(text);
    };
  }

  /** Answers with a status from now on. */
  fail(status: number, headers: Record<string, string> = {}): void {
    this.answer = (_, res) => {
      res.writeHead(status, headers);
      res.end('<h1>Sorry</h1>');
    };
  }
}

/** An iCalendar file with an all-day event for each date, `2026-12-24`. */
export function calendarOf(
  dates: readonly string[],
  more: {
    /** Lines of the calendar. */
    lines?: string[];
    /** Lines of every event. */
    eventLines?: string[];
  } = {},
): string {
  const { lines = [], eventLines = [] } = more;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Holidays//EN',
    ...lines,
    ...dates.flatMap(date => [
      'BEGIN:VEVENT',
      `UID:${date}@example.com`,
      'DTSTAMP:20260101T000000Z',
      `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
      `SUMMARY:Holiday of ${date}`,
      ...eventLines,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
