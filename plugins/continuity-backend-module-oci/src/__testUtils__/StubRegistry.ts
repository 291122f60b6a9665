import type { Content, Image } from './images';
import { TestServer } from './TestServer';

/** How a registry behaves. */
type Mood = 'well' | 'slow' | 'forbidding';

/** Answers like a registry, in memory; for what a real one cannot be made to do. */
export class StubRegistry {
  readonly server: TestServer;
  /** By digest. */
  readonly #contents: Map<string, Content>;
  readonly #behaviour: { mood: Mood };

  private constructor(
    server: TestServer,
    contents: Map<string, Content>,
    behaviour: { mood: Mood },
  ) {
    this.server = server;
    this.#contents = contents;
    this.#behaviour = behaviour;
  }

  /** How it behaves from now on. */
  become(mood: Mood): void {
    this.#behaviour.mood = mood;
  }

  static async start(): Promise<StubRegistry> {
    const contents = new Map<string, Content>();
    const behaviour: { mood: Mood } = { mood: 'well' };
    const server = await TestServer.start((request, response) => {
      if (behaviour.mood === 'slow') return;
      if (behaviour.mood === 'forbidding') {
        response.writeHead(403).end();
        return;
      }
      const digest = request.url?.split('/').at(-1) ?? '';
      const found = contents.get(digest);
      if (!found) {
        response
          .writeHead(404, { 'content-type': 'application/json' })
          .end(JSON.stringify({ errors: [{ code: 'MANIFEST_UNKNOWN' }] }));
        return;
      }
      response.writeHead(200, {
        'content-type': found.mediaType,
        'content-length': String(found.size),
      });
      response.end(request.method === 'HEAD' ? undefined : found.body);
    });
    return new StubRegistry(server, contents, behaviour);
  }

  get url(): string {
    return this.server.url();
  }

  push({ manifest, config, layers }: Image): void {
    for (const one of [manifest, config, ...layers]) {
      this.#contents.set(one.digest, one);
    }
  }

  delete({ digest }: Content): void {
    this.#contents.delete(digest);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
