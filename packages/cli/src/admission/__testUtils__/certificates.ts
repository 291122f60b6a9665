import selfsigned from 'selfsigned';

/** A certificate that signs itself: whoever is handed it may trust it. */
export interface TestCertificate {
  cert: string;
  key: string;
}

let server: TestCertificate | undefined;
let client: TestCertificate | undefined;

/** The same for all webhooks of a run: making keys takes longer than most tests. */
export function serverCertificate(): TestCertificate {
  server ??= makeCertificate('localhost');
  return server;
}

/** What the API server shows, likewise. */
export function clientCertificate(): TestCertificate {
  client ??= makeCertificate('kube-apiserver');
  return client;
}

export function makeCertificate(name: string): TestCertificate {
  const made = selfsigned.generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
    ],
  });
  return { cert: made.cert, key: made.private };
}
