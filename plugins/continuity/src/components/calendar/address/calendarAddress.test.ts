import { formatDay } from '../time/civilDay';
import { formatAddress, isFiltered, parseAddress } from './calendarAddress';

const parse = (query: string) => parseAddress(new URLSearchParams(query));

describe('the address of the calendar', () => {
  it.each([
    '',
    'view=week&date=2026-03-08',
    'view=timeline&scale=quarter&rows=team&zone=America%2FNew_York',
    'view=list&page=3',
    'entity=component%3Adefault%2Fpayments-api&text=close',
    'owner=group%3Adefault%2Fa&system=system%3Adefault%2Fb&tier=tier-1&environment=production&region=eu-west-1&calendar=freezecalendar%3Adefault%2Fc&effect=freeze&enforcement=block',
    'of=freezecalendar%3Adefault%2Fc&window=month-end&at=2026-03-31T16%3A00%3A00Z',
  ])('%p is read and written back', query => {
    const written = [...formatAddress(parse(query))].sort();
    expect(written).toEqual([...new URLSearchParams(query)].sort());
  });

  it.each([
    ['a view that there is not', 'view=decade'],
    ['a day that there is not', 'date=2026-02-30'],
    ['a zone that there is not', 'zone=Europe/Zürich'],
    ['an offset for a zone', 'zone=%2B01:00'],
    ['a page before the first', 'page=0'],
    ['an effect that there is not', 'effect=thaw'],
    ['a window without its calendar', 'window=month-end'],
    ['what is as usual', 'view=month&scale=month&rows=system&page=1'],
  ])('leaves out %s', (_, query) => {
    expect(formatAddress(parse(query)).toString()).toBe('');
  });

  it('reads a day', () => {
    const { day } = parse('date=2026-03-08');
    expect(formatDay(day ?? NaN)).toBe('2026-03-08');
  });

  it.each([
    ['', false],
    ['view=week&zone=UTC', false],
    ['tier=tier-1', true],
    ['enforcement=warn', true],
  ])('%p is filtered: %s', (query, expected) => {
    expect(isFiltered(parse(query).filters)).toBe(expected);
  });

  it('cuts a text to what the API takes', () => {
    expect(parse(`text=${'a'.repeat(300)}`).filters.text).toHaveLength(200);
  });
});
