import {
  addressHash,
  addressProblem,
  maskAddress,
  maskAddressesIn,
} from './feedAddress';

describe('maskAddress', () => {
  it.each([
    [
      'https://calendar.example.com/ical/s3cr3t/basic.ics?key=s3cr3t#s3cr3t',
      'https://calendar.example.com/ical/…',
    ],
    ['https://example.com:8443/a/', 'https://example.com:8443/a/…'],
    ['https://example.com/s3cr3t', 'https://example.com/…'],
    ['https://example.com?key=s3cr3t', 'https://example.com/…'],
    ['https://user:s3cr3t@example.com/a/b', 'https://example.com/a/…'],
    ['https://example.com', 'https://example.com/'],
    ['s3cr3t', 'an address that cannot be read'],
  ])('shows of %s only %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('is applied to every address in a text', () => {
    expect(
      maskAddressesIn(
        '"https://a.example/x/s3cr3t" and http://b.example/s3cr3t, see',
      ),
    ).toBe('"https://a.example/x/…" and http://b.example/… see');
  });
});

describe('addressHash', () => {
  it('tells addresses apart, and says nothing of them', () => {
    expect(addressHash('https://a/b')).toBe(addressHash('https://a/b'));
    expect(addressHash('https://a/b')).not.toBe(addressHash('https://a/c'));
    expect(addressHash('https://a/b')).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('addressProblem', () => {
  const hosts = ['calendar.example.com', 'localhost:8080', '10.0.0.1'];

  it.each([
    'https://calendar.example.com/a.ics',
    'https://CALENDAR.example.com:443/a.ics',
    'http://localhost:8080/a.ics',
    'https://10.0.0.1/a.ics',
  ])('lets %s pass', address => {
    expect(addressProblem(address, hosts)).toBeUndefined();
  });

  it.each([
    [
      'https://other.example.com/a.ics',
      /from other\.example\.com; .*allowedHosts/,
    ],
    ['https://sub.calendar.example.com/', /from sub\.calendar\.example\.com/],
    ['https://calendar.example.com:8443/', /from calendar\.example\.com:8443/],
    ['https://calendar.example.com.evil.example/', /evil\.example/],
    ['https://calendar.example.com@evil.example/', /user name/],
    ['http://calendar.example.com/a.ics', /is not an https address/],
    ['http://10.0.0.1/a.ics', /is not an https address/],
    ['http://localhost:9090/a.ics', /from localhost:9090/],
    ['https://user:s3cr3t@calendar.example.com/', /user name or password/],
    ['file:///etc/passwd', /is not an https address/],
    ['calendar.example.com/a.ics', /cannot be read/],
  ])('refuses %s', (address, problem) => {
    expect(addressProblem(address, hosts)).toMatch(problem);
    expect(addressProblem(address, hosts)).not.toContain('s3cr3t');
  });

  it('refuses every host while none is allowed, and says what to configure', () => {
    expect(addressProblem('https://calendar.example.com/', [])).toContain(
      'continuity.calendars.feeds.allowedHosts',
    );
  });
});
