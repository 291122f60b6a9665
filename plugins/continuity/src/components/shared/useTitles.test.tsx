import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { useTitledChoices, useTitles } from './useTitles';

const Shown = () => {
  const titleOf = useTitles(['group:default/team-a', 'service:pipeline']);
  const choices = useTitledChoices(['group:default/z', 'group:default/a']);
  return (
    <ul>
      <li>{titleOf('group:default/team-a')}</li>
      <li>{titleOf('service:pipeline')}</li>
      <li>{choices.map(({ label }) => label).join(', ')}</li>
    </ul>
  );
};

const items = () =>
  screen.getAllByRole('listitem').map(item => item.textContent);

it('knows entities by what the portal calls them, and sorts by that', async () => {
  const titles: Record<string, string> = {
    'group:default/team-a': 'Payments',
    'group:default/a': 'Zebra',
    'group:default/z': 'Alpha',
  };
  renderInTestApp(<Shown />, {
    apis: [
      [
        entityPresentationApiRef,
        {
          forEntity: ref => {
            const primaryTitle = titles[String(ref)];
            const snapshot = { primaryTitle, entityRef: String(ref) };
            return { snapshot, promise: Promise.resolve(snapshot) };
          },
        },
      ],
    ],
  });
  expect(await screen.findByText('Payments')).toBeVisible();
  expect(items()).toEqual(['Payments', 'pipeline', 'Alpha, Zebra']);
});

it('falls back to short refs', async () => {
  renderInTestApp(<Shown />);
  expect(await screen.findByText('team-a')).toBeVisible();
  expect(items()).toEqual(['team-a', 'pipeline', 'a, z']);
});
