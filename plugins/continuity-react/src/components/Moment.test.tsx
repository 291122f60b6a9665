import { renderInTestApp } from '@backstage/test-utils';
import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { Age, DurationText, Moment } from './Moment';

const settle = () => act(() => new Promise(done => setTimeout(done, 300)));

describe('Moment', () => {
  it("shows the calendar's zone and UTC on focus", async () => {
    await renderInTestApp(
      <Moment at="2026-11-30T17:00:00Z" zone="America/New_York" />,
    );
    const time = document.querySelector('time');
    expect(time).toHaveAttribute('datetime', '2026-11-30T17:00:00Z');
    act(() => time?.focus());
    await settle();
    const tooltip = await screen.findByRole('tooltip');
    expect(tooltip).toHaveTextContent(/Your time \(/);
    expect(tooltip).toHaveTextContent(
      /Calendar's time \(America\/New_York\): .*30.*12:00/,
    );
    expect(tooltip).toHaveTextContent(/UTC: .*30.*(17:00|5:00)/);
  });

  it('tells of what has just happened that it is over', async () => {
    const start = Date.now();
    const iso = (ms: number) => new Date(start + ms).toISOString();
    const Run = () => {
      const [at, setAt] = useState(iso(-60_000));
      return (
        <button type="button" onClick={() => setAt(iso(12_000))}>
          <Age at={at} />
        </button>
      );
    };
    await renderInTestApp(<Run />);
    expect(screen.getByText('1 minute ago')).toBeVisible();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(start + 20_000);
    act(() => screen.getByRole('button').click());
    expect(screen.getByText('8 seconds ago')).toBeVisible();
    clock.mockRestore();
  });

  it('shows durations in words', async () => {
    await renderInTestApp(<DurationText value="PT4H" />);
    expect(screen.getByText('4 hours')).toBeVisible();
  });
});
