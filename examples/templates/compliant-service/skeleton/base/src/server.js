const { createServer } = require('node:http');

/**
 * The service. `/healthz` answers as long as the process runs, `/readyz` with 503 while
 * what it needs is not there: such a pod gets no traffic, and is not restarted for it.
 *
 * @param {{ isReady: () => Promise<boolean>, isOn?: (flag: string) => boolean }} parts
 */
function createService({ isReady, isOn = () => false }) {
  const routes = {
    '/healthz': async () => [200, { status: 'alive' }],
    '/readyz': async () =>
      (await isReady().catch(() => false))
        ? [200, { status: 'ready' }]
        : [503, { status: 'not ready' }],
    '/': async () => [
      200,
      {
        service: '${{ values.name }}',
{%- if values.flag %}
        // What is new is shown to nobody until the flag is turned on.
        ...(isOn('${{ values.flag }}') && { news: 'Here it is.' }),
{%- endif %}
      },
    ],
  };
  return createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://service');
    const route = Object.hasOwn(routes, pathname)
      ? routes[pathname]
      : async () => [404, { error: 'There is nothing here.' }];
    route().then(
      ([status, body]) => answer(response, status, body),
      () => answer(response, 500, { error: 'This failed.' }),
    );
  });
}

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

module.exports = { createService };
