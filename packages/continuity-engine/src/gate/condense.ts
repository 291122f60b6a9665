import { isWindow, type Finding } from './Finding';
import { strictest } from './verdicts';
import { listed, sentence } from './words';

/**
 * Windows and calendars that are answered one by one. A decision is recorded for ever,
 * and two hundred reasons are read by nobody.
 */
const MAX_WINDOWS = 10;
const MAX_CALENDARS = 4;
/** Of the others, those that are named. */
const MAX_NAMED = 5;

/**
 * Keeps answers small without leaving anything out in silence: of many windows, and of
 * many calendars that cannot be read, the first ones (the strictest) stay, and one
 * finding counts the rest.
 *
 * @param findings - merged: the deciding ones first
 */
export function condense(findings: readonly Finding[]): Finding[] {
  const windows = fold(findings.filter(isWindow), MAX_WINDOWS, {
    rule: 'freeze:more',
    one: 'window counts',
    many: 'windows count',
    remedy: 'When those above are lifted, ask again: what stands then is told.',
  });
  const calendars = fold(findings.filter(isCalendar), MAX_CALENDARS, {
    rule: 'calendar:more',
    one: 'calendar cannot be read as it is now',
    many: 'calendars cannot be read as they are now',
    remedy:
      'See the status of Continuity (GET /api/continuity/status), which names all of them.',
  });
  return findings.flatMap(finding => {
    if (isWindow(finding)) {
      return windows.get(finding) ?? [];
    }
    return isCalendar(finding) ? calendars.get(finding) ?? [] : finding;
  });
}

interface FoldWords {
  rule: string;
  one: string;
  many: string;
  remedy: string;
}

/** What each finding becomes; those that are counted instead become nothing. */
function fold(
  findings: readonly Finding[],
  max: number,
  words: FoldWords,
): Map<Finding, Finding[]> {
  const folded = findings.slice(max);
  const kept = new Map(
    findings.slice(0, max).map(finding => [finding, [finding]]),
  );
  if (folded.length > 0) {
    kept.set(folded[0], [count(folded, words)]);
  }
  return kept;
}

function count(folded: readonly Finding[], words: FoldWords): Finding {
  const verdict = strictest(folded.map(finding => finding.verdict));
  const standing = folded.filter(finding => finding.verdict !== 'allow');
  const rest = folded.length - MAX_NAMED;
  const policies = new Set(
    folded.flatMap(({ policy }) => policy?.split(', ') ?? []),
  );
  return {
    rule: words.rule,
    label: words.rule,
    ...(policies.size > 0 && { policy: [...policies].sort().join(', ') }),
    verdict,
    explain: () => ({
      explanation: [
        `${folded.length} more ${
          folded.length === 1 ? words.one : words.many
        }, of which ${standing.length} ${
          standing.length === 1 ? 'stands' : 'stand'
        } against it:`,
        sentence(
          listed([
            ...folded.slice(0, MAX_NAMED).map(({ label }) => label),
            ...(rest > 0 ? [`${rest} more`] : []),
          ]),
        ),
      ].join(' '),
      ...(verdict !== 'allow' && { remedy: words.remedy }),
    }),
    evidence: [],
  };
}

function isCalendar({ rule }: Finding): boolean {
  return rule.startsWith('calendar:');
}
