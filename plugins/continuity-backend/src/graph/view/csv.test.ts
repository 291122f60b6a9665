import { inTurns } from '../../calendars/turns';
import { csvOf } from './csv';

const none = { hidden: 0, left: 0 };

it('writes tables as RFC 4180 says', async () => {
  // Section 2: CRLF (1), commas and line breaks in quotes (6), a quote is doubled (7).
  const table = csvOf(
    ['a', 'b'],
    [
      ['x', 'y, z'],
      ['say "no"', 'two\nlines'],
      ['', ''],
    ],
    none,
  );
  expect(await inTurns(table)).toBe(
    'a,b\r\nx,"y, z"\r\n"say ""no""","two\nlines"\r\n,\r\n',
  );
});

// OWASP, CSV Injection: the characters with which a formula may begin.
it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=a,"b'])(
  'lets no spreadsheet take %j for a formula',
  async text => {
    const table = await inTurns(csvOf(['a'], [[text]], none));
    const [, row] = table.split('\r\n');
    expect(row.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

it('counts what is not in it', async () => {
  const table = csvOf(['a', 'b'], [['x', 'y']], { hidden: 2, left: 3 });
  expect(await inTurns(table)).toBe(
    'a,b\r\nx,y\r\n3 more that are left out here,\r\n2 more that you may not see,\r\n',
  );
});
