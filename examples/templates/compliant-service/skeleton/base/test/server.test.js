const assert = require('node:assert/strict');
const { once } = require('node:events');
const { test } = require('node:test');
const { createService } = require('../src/server');

async function get(parts, path) {
  const service = createService({ isReady: async () => true, ...parts });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  try {
    const url = `http://127.0.0.1:${service.address().port}${path}`;
    const response = await fetch(url);
    return { status: response.status, body: await response.json() };
  } finally {
    service.closeAllConnections();
    service.close();
  }
}

test('is alive and ready', async () => {
  assert.equal((await get({}, '/healthz')).status, 200);
  assert.equal((await get({}, '/readyz')).status, 200);
});

test('is alive but not ready when what it needs is not there', async () => {
  const unready = { isReady: async () => Promise.reject(new Error('down')) };
  assert.equal((await get(unready, '/healthz')).status, 200);
  assert.equal((await get(unready, '/readyz')).status, 503);
});

test('says that there is nothing', async () => {
  assert.equal((await get({}, '/nothing')).status, 404);
  assert.equal((await get({}, '/constructor')).status, 404);
});
{%- if values.flag %}

test('shows what is new only where the flag is on', async () => {
  const on = await get({ isOn: flag => flag === '${{ values.flag }}' }, '/');
  const off = await get({ isOn: () => false }, '/');
  assert.ok('news' in on.body);
  assert.ok(!('news' in off.body));
});
{%- endif %}
