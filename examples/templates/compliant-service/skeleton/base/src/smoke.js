// Ends with 0 when the service answers as it should: what a deployment is believed by.
const url = process.env.SERVICE_URL ?? 'http://localhost:8080';

async function check(path) {
  const response = await fetch(new URL(path, url), {
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
}

Promise.all(['/healthz', '/readyz', '/'].map(check)).then(
  () => console.log(`${url} works`),
  error => {
    console.error(`${url} does not work: ${error.message}`);
    process.exitCode = 1;
  },
);
