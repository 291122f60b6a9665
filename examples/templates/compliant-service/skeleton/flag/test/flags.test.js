const assert = require('node:assert/strict');
const { mkdtempSync, readFileSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { test } = require('node:test');
const { isOn } = require('../src/flags');

const FLAG = '${{ values.flag }}';
const file = path.join(__dirname, '../flags/flags.json');

function changed(change) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  Object.assign(content.flags[FLAG], change);
  const other = path.join(mkdtempSync(path.join(tmpdir(), 'flags-')), 'a.json');
  writeFileSync(other, JSON.stringify(content));
  return other;
}

test('what is new is off until somebody turns it on', () => {
  assert.equal(isOn(FLAG, file), false);
  assert.equal(isOn(FLAG, changed({ defaultVariant: 'on' })), true);
});

test('what cannot be read is off', () => {
  const on = { defaultVariant: 'on' };
  assert.equal(isOn(FLAG, changed({ ...on, state: 'DISABLED' })), false);
  assert.equal(isOn(FLAG, changed({ ...on, targeting: { if: [] } })), false);
  assert.equal(isOn('toString', file), false);
  assert.equal(isOn(FLAG, '/no/such/file'), false);
});
