import { readPagePath } from './readPagePath';

describe('readPagePath', () => {
  it.each([
    [undefined, undefined, '/continuity'],
    [{}, ['nav-item:search'], '/continuity'],
    // docs/frontend-system/building-apps/03-configuring-extensions.md of Backstage
    [
      undefined,
      ['x', { 'page:continuity': { config: { path: '/resilience/' } } }],
      '/resilience',
    ],
    [
      undefined,
      [
        { 'page:continuity': { config: { path: '/one' } } },
        { 'page:continuity': { config: { path: '/two' } } },
      ],
      '/two',
    ],
    [undefined, [{ 'page:continuity': false }], '/continuity'],
    [
      undefined,
      [{ 'page:continuity': { config: { title: 'C' } } }],
      '/continuity',
    ],
    [undefined, [{ 'page:continuity': { config: { path: '/' } } }], ''],
    [
      { path: '/legacy/continuity' },
      [{ 'page:continuity': { config: { path: '/one' } } }],
      '/legacy/continuity',
    ],
  ])('%#: %j and %j are %s', (declared, extensions, value) => {
    expect(readPagePath(declared, extensions, 'continuity.app')).toEqual({
      settings: value,
    });
  });

  it.each([
    [{ path: 'continuity' }, 'continuity.app.path'],
    [{ path: 'https://portal.example/continuity' }, 'continuity.app.path'],
    [{ path: '//evil.example' }, 'continuity.app.path'],
    [{ path: '/a?b' }, 'continuity.app.path'],
    [{ path: 7 }, 'continuity.app.path'],
    [{ path: '' }, 'continuity.app.path'],
    [{ paht: '/continuity' }, 'continuity.app.paht'],
    ['/continuity', 'continuity.app'],
  ])('refuses %j', (declared, path) => {
    expect(readPagePath(declared, undefined, 'continuity.app')).toEqual({
      problems: [{ path, message: expect.any(String) }],
    });
  });
});
