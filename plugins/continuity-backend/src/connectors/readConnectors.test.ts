import { OtherSystem } from './__testUtils__/OtherSystem';
import { readConnectors } from './readConnectors';

it('keeps connectors by their ids', () => {
  const other = new OtherSystem();
  expect([...readConnectors([other])]).toEqual([['other', other]]);
});

it('takes no two of one id, and none that it could not keep', () => {
  const other = new OtherSystem();
  expect(() => readConnectors([other, new OtherSystem()])).toThrow(
    'The connector "other" is registered twice',
  );
  const wrong = Object.assign(new OtherSystem(), { id: 'Our Desk' });
  expect(() => readConnectors([wrong])).toThrow(
    /"Our Desk" cannot be registered: expected an id of lower-case letters/,
  );
});
