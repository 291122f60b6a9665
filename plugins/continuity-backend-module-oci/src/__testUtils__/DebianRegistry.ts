import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Content, Image, Index } from './images';

/** Path of Debian's registry on this machine. Absent: it is not installed. */
export const dockerRegistry = (() => {
  const found = spawnSync('sh', ['-c', 'command -v docker-registry']);
  return found.status === 0 ? found.stdout.toString().trim() : undefined;
})();

/** Name and password that the registry of a test knows. */
export const USER = { username: 'continuity', password: 'correct horse' };
/** That password as bcrypt, the only form that the registry takes. */
const HTPASSWD =
  'continuity:$2b$05$RKHrwnPwj4O9Fjh6FflMTOUwkUhC98g.rWCEpA1zZ7s5LlAF7ITT6\n';

/** How the registry knows who asks. */
export type RegistryAccess =
  | { type: 'anonymous' }
  | { type: 'htpasswd' }
  | {
      type: 'token';
      realm: string;
      service: string;
      issuer: string;
      certificate: string;
    };

/** A real registry: Debian's docker-registry, with its storage in a folder of its own. */
export class DebianRegistry {
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;
  /** `Authorization` of the one who fills it. */
  authorization: string | undefined;

  private constructor(url: string, folder: string, process: ChildProcess) {
    this.url = url;
    this.#folder = folder;
    this.#process = process;
  }

  static async start(
    access: RegistryAccess = { type: 'anonymous' },
  ): Promise<DebianRegistry> {
    if (!dockerRegistry) throw new Error('docker-registry is not installed');
    const folder = mkdtempSync(path.join(tmpdir(), 'continuity-registry-'));
    const port = await freePort();
    writeFileSync(path.join(folder, 'htpasswd'), HTPASSWD);
    writeFileSync(
      path.join(folder, 'config.json'),
      // JSON is YAML.
      JSON.stringify({
        version: '0.1',
        log: { level: 'error' },
        storage: {
          filesystem: { rootdirectory: path.join(folder, 'data') },
          delete: { enabled: true },
        },
        http: { addr: `127.0.0.1:${port}`, secret: 'of-this-test' },
        ...authOf(access, folder),
      }),
    );
    const child = spawn(
      dockerRegistry,
      ['serve', path.join(folder, 'config.json')],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    const said: string[] = [];
    child.stderr.on('data', chunk => said.push(String(chunk)));
    const registry = new DebianRegistry(
      `http://127.0.0.1:${port}`,
      folder,
      child,
    );
    for (let attempt = 0; ; attempt++) {
      const answer = await fetch(`${registry.url}/v2/`).catch(() => undefined);
      if (answer && [200, 401].includes(answer.status)) return registry;
      if (attempt > 100 || child.exitCode !== null) {
        await registry.stop();
        throw new Error(`The registry did not start: ${said.join('')}`);
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async pushImage(repository: string, image: Image): Promise<void> {
    for (const blob of [image.config, ...image.layers]) {
      await this.pushBlob(repository, blob);
    }
    await this.pushManifest(repository, image.manifest);
  }

  async pushIndex(repository: string, { index, images }: Index): Promise<void> {
    for (const image of images) await this.pushImage(repository, image);
    await this.pushManifest(repository, index);
  }

  /** "Pushing a blob monolithically", by a POST and a PUT. */
  async pushBlob(repository: string, blob: Content): Promise<void> {
    const begun = await this.#send(
      'POST',
      new URL(`/v2/${repository}/blobs/uploads/`, this.url),
    );
    const upload = new URL(begun.headers.get('location') ?? '', this.url);
    upload.searchParams.set('digest', blob.digest);
    await this.#send('PUT', upload, blob.body, 'application/octet-stream');
  }

  async pushManifest(
    repository: string,
    manifest: Content,
    reference = manifest.digest,
  ): Promise<void> {
    await this.#send(
      'PUT',
      new URL(`/v2/${repository}/manifests/${reference}`, this.url),
      manifest.body,
      manifest.mediaType,
    );
  }

  async deleteBlob(repository: string, { digest }: Content): Promise<void> {
    await this.#send(
      'DELETE',
      new URL(`/v2/${repository}/blobs/${digest}`, this.url),
    );
  }

  async deleteManifest(repository: string, { digest }: Content): Promise<void> {
    await this.#send(
      'DELETE',
      new URL(`/v2/${repository}/manifests/${digest}`, this.url),
    );
  }

  /** Makes something in the storage another thing, as a broken disk would. */
  damage({ digest }: Content, body: Buffer | string): void {
    const [algorithm, hex] = digest.split(':');
    writeFileSync(
      path.join(
        this.#folder,
        'data/docker/registry/v2/blobs',
        algorithm,
        hex.slice(0, 2),
        hex,
        'data',
      ),
      body,
    );
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null) {
      const gone = new Promise(resolve => this.#process.once('exit', resolve));
      this.#process.kill('SIGKILL');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #send(
    method: string,
    url: URL,
    body?: Buffer,
    contentType?: string,
  ): Promise<Response> {
    const response = await fetch(url, {
      method,
      headers: {
        ...(this.authorization !== undefined && {
          authorization: this.authorization,
        }),
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(body && { body: new Uint8Array(body) }),
    });
    if (!response.ok) {
      throw new Error(
        `${method} ${url.pathname}: ${
          response.status
        } ${await response.text()}`,
      );
    }
    return response;
  }
}

function authOf(access: RegistryAccess, folder: string): object {
  switch (access.type) {
    case 'htpasswd':
      return {
        auth: {
          htpasswd: { realm: 'test', path: path.join(folder, 'htpasswd') },
        },
      };
    case 'token': {
      const { realm, service, issuer, certificate } = access;
      const bundle = path.join(folder, 'certificate.pem');
      writeFileSync(bundle, certificate);
      return {
        auth: { token: { realm, service, issuer, rootcertbundle: bundle } },
      };
    }
    default:
      return {};
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
