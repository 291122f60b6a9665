import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AdmissionResponse } from '../AdmissionReview';
import { run } from '../../run';
import { serverCertificate, type TestCertificate } from './certificates';
import { createTestIo, type TestIo } from '../../testing/createTestIo';

/** What the API server trusts and shows. */
export interface ClientTls {
  ca?: string;
  cert?: string;
  key?: string;
}

export interface RunningTestWebhook {
  io: TestIo;
  certificate: TestCertificate;
  /** Posts a review as the API server does; expects 200, and the same uid. */
  review(review: ReviewLike, query?: string): Promise<AdmissionResponse>;
  post(
    body: string,
    tls?: ClientTls,
    url?: string,
  ): Promise<{ status: number; body: string }>;
  health(url: string): Promise<{ status: number; body: string }>;
  /** Replaces the certificate as a mounted Secret is. */
  rotate(certificate: TestCertificate): void;
  /** Sends the signal that ends it. @returns the exit code */
  close(): Promise<number>;
}

interface ReviewLike {
  request: { uid: string };
}

/**
 * `continuity admission serve` as in a cluster, on ports that are free.
 *
 * @param more - further options; `$DIR` is the folder of its files
 * @param clientCa - what `$DIR/client-ca.crt` holds
 */
export async function startWebhook(
  url: string,
  token: string,
  settings: object,
  more: string[] = [],
  clientCa?: string,
): Promise<RunningTestWebhook> {
  const folder = mkdtempSync(path.join(tmpdir(), 'continuity-admission-'));
  const file = (name: string) => path.join(folder, name);
  const rotate = ({ cert, key }: TestCertificate) => {
    writeFileSync(file('tls.crt'), cert);
    writeFileSync(file('tls.key'), key);
  };
  const certificate = serverCertificate();
  rotate(certificate);
  writeFileSync(file('client-ca.crt'), clientCa ?? '');
  writeFileSync(file('config.yaml'), JSON.stringify(settings));
  const io = createTestIo({ CONTINUITY_URL: url, CONTINUITY_TOKEN: token });
  const ended = run(
    [
      ...['admission', 'serve', '--config', file('config.yaml')],
      ...['--cert-file', file('tls.crt'), '--key-file', file('tls.key')],
      ...['--port', '0', '--health-port', '0', '--namespace', 'continuity'],
      ...more.map(text => text.replace('$DIR', folder)),
    ],
    io,
  );
  const [port, healthPort] = await portsOf(io, ended);
  const post: RunningTestWebhook['post'] = (
    body,
    tls = { ca: certificate.cert },
    at = '/validate?timeout=10s',
  ) =>
    new Promise((resolve, reject) => {
      const sent = httpsRequest(
        `https://localhost:${port}${at}`,
        {
          ...tls,
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          agent: false,
        },
        async response => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk);
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    io,
    certificate,
    post,
    rotate,
    review: async (review, query = '?timeout=10s') => {
      const { status, body } = await post(
        JSON.stringify(review),
        undefined,
        `/validate${query}`,
      );
      expect([status, body]).toEqual([200, expect.anything()]);
      const answer = JSON.parse(body);
      expect(answer).toMatchObject({
        apiVersion: 'admission.k8s.io/v1',
        kind: 'AdmissionReview',
        response: { uid: review.request.uid },
      });
      return answer.response;
    },
    health: async at => {
      const response = await fetch(`http://localhost:${healthPort}${at}`);
      return { status: response.status, body: await response.text() };
    },
    close: async () => {
      io.interrupt?.();
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

async function portsOf(
  io: TestIo,
  ended: Promise<number>,
): Promise<[port: string, healthPort: string]> {
  let code: number | undefined;
  ended.then(value => {
    code = value;
  });
  for (;;) {
    const [, port, healthPort] =
      /answering on port (\d+), health on port (\d+)/.exec(io.stderr) ?? [];
    if (port) return [port, healthPort];
    if (code !== undefined) throw new Error(`ended with ${code}: ${io.stderr}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
