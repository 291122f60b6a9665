import { describeInvalidRequest } from './describeInvalidRequest';

describe('describeInvalidRequest', () => {
  it.each([
    [
      'a field of the body',
      [{ path: '/body/entity', message: 'must match pattern' }],
      'entity: must match pattern',
    ],
    [
      'a field further down',
      [{ path: '/body/items/3', message: 'must be object' }],
      'items.3: must be object',
    ],
    [
      'a query parameter',
      [{ path: '/query/limit', message: 'must be >= 1' }],
      'limit: must be >= 1',
    ],
    [
      'several fields',
      [
        { path: '/body/a', message: 'must be string' },
        { path: '/body/b', message: 'must be number' },
      ],
      'a: must be string; b: must be number',
    ],
    [
      'the whole body',
      [{ path: '/body', message: 'must be object' }],
      'body: must be object',
    ],
  ])('names %s', (_, errors, described) => {
    expect(describeInvalidRequest({ status: 400, errors })).toBe(described);
  });

  it('says of a body that is no JSON that it is not', () => {
    expect(
      describeInvalidRequest({
        status: 400,
        body: '{',
        message: 'Unexpected end',
      }),
    ).toBe('body: it is not valid JSON: Unexpected end');
  });

  it.each([
    [new Error('boom')],
    ['text'],
    [undefined],
    [{ status: 413, message: 'too large' }],
  ])('leaves %p alone', error => {
    expect(describeInvalidRequest(error)).toBeUndefined();
  });
});
