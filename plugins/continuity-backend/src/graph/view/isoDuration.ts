const UNITS = [
  { letter: 'D', seconds: 86_400 },
  { letter: 'H', seconds: 3_600 },
  { letter: 'M', seconds: 60 },
] as const;

/** Seconds as an ISO 8601 duration, e.g. 5400 as `PT1H30M`; parts of a second count as one. */
export function isoDuration(seconds: number): string {
  let rest = Math.ceil(seconds);
  let date = '';
  let time = '';
  for (const { letter, seconds: unit } of UNITS) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0 && letter === 'D') date += `${count}D`;
    else if (count > 0) time += `${count}${letter}`;
  }
  if (rest > 0 || (date === '' && time === '')) time += `${rest}S`;
  return `P${date}${time === '' ? '' : `T${time}`}`;
}
