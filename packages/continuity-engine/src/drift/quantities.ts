const BINARY: Record<string, bigint> = {
  Ki: 1024n,
  Mi: 1024n ** 2n,
  Gi: 1024n ** 3n,
  Ti: 1024n ** 4n,
  Pi: 1024n ** 5n,
  Ei: 1024n ** 6n,
};
const DECIMAL: Record<string, number> = {
  n: -9,
  u: -6,
  m: -3,
  '': 0,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};
const QUANTITY =
  /^([+-]?)(\d{0,30})(?:\.(\d{0,30}))?(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d{1,2}))?$/;

/** What a fraction is kept to: 10^-9, which is as fine as the API server keeps it. */
const NANO = 9;

/**
 * A quantity in billionths: `100m` and `0.1` are the same, and so are `1Gi` and
 * `1073741824`.
 *
 * Grammar of `resource.Quantity`, Kubernetes API reference "Quantity".
 *
 * @returns undefined when it is none
 */
export function quantityOf(value: unknown): bigint | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const parts = QUANTITY.exec(String(value).trim());
  if (!parts) return undefined;
  const [, sign, whole, fraction = '', suffix = '', exponent] = parts;
  if (whole === '' && fraction === '') return undefined;
  const digits = BigInt(`${whole}${fraction}`);
  const binary = BINARY[suffix];
  const power =
    NANO -
    fraction.length +
    (binary === undefined ? Number(exponent ?? DECIMAL[suffix]) : 0);
  const amount = digits * (binary ?? 1n);
  // The API server rounds up what is finer than it keeps.
  const scaled =
    power >= 0
      ? amount * 10n ** BigInt(power)
      : (amount + 10n ** BigInt(-power) - 1n) / 10n ** BigInt(-power);
  return sign === '-' ? -scaled : scaled;
}

const UNITS: Record<string, number> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};

/**
 * A duration as Go writes it, in nanoseconds: `90m`, `1h30m` and `1h30m0s` are the same.
 *
 * Grammar of `time.ParseDuration`.
 *
 * @returns undefined when it is none
 */
export function goDurationOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 60) return undefined;
  const text = value.trim().replace(/^[+-]/, '');
  if (text === '0') return 0;
  if (!/^(\d+(\.\d+)?(ns|us|µs|μs|ms|s|m|h))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(
    /(\d+(?:\.\d+)?)(ns|us|µs|μs|ms|s|m|h)/g,
  )) {
    sum += Number(amount) * UNITS[unit];
  }
  return value.trim().startsWith('-') ? -sum : sum;
}
