import type { DriftReport, FieldChange } from '@continuity/engine';
import { describeRef } from '@continuity/engine';

const RULES = [
  {
    id: 'changed-field',
    text: 'A field of a live object is not as desired',
    help: 'Apply the desired object again, or bring the change into Git.',
  },
  {
    id: 'missing-object',
    text: 'A desired object is not live',
    help: 'Apply it, or take it out of Git.',
  },
  {
    id: 'extra-object',
    text: 'A live object is not desired',
    help: 'Delete it, or bring it into Git.',
  },
  {
    id: 'not-compared',
    text: 'Something could not be compared, so its drift is not known',
    help: 'Mend what is named, and scan again.',
  },
  {
    id: 'ignore-rule',
    text: 'An ignore rule ends or has ended',
    help: 'Renew the rule with its reason, or remove it.',
  },
] as const;

type RuleId = (typeof RULES)[number]['id'];

/** A report as SARIF 2.1.0 (OASIS), for code scanning. Secrets are masked in it already. */
export function driftSarif(
  report: DriftReport,
  tool: { version: string; informationUri: string },
): object {
  const result = (
    ruleId: RuleId,
    text: string,
    source: string,
    where: string,
    level: 'error' | 'warning' = 'error',
  ) => ({
    ruleId,
    ruleIndex: RULES.findIndex(({ id }) => id === ruleId),
    level,
    message: { text },
    locations: [
      {
        physicalLocation: {
          // An item of a list is in the file of the list.
          artifactLocation: { uri: encodeURI(source.replace(/, item .*/, '')) },
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: where }],
      },
    ],
  });
  return {
    $schema:
      'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'continuity drift',
            version: tool.version,
            informationUri: tool.informationUri,
            rules: RULES.map(({ id, text, help }) => ({
              id,
              shortDescription: { text },
              help: { text: help },
            })),
          },
        },
        results: [
          ...report.objects.flatMap(({ ref, state, source, changes }) => {
            const name = describeRef(ref);
            if (state === 'missing') {
              const text = `${name} is desired and not live.`;
              return [result('missing-object', text, source, name)];
            }
            if (state === 'extra') {
              const text = `${name} is live and not desired.`;
              return [result('extra-object', text, source, name)];
            }
            return changes.map(change =>
              result(
                'changed-field',
                `${name}: ${describeChange(change)}`,
                source,
                `${name} ${change.path}`,
              ),
            );
          }),
          ...report.problems.map(({ source, message }) =>
            result('not-compared', message, source, source),
          ),
          ...report.rules
            .filter(({ state }) => state !== 'unused')
            .map(({ rule, message }) =>
              result(
                'ignore-rule',
                `${rule} ${message}.`,
                'ignore',
                rule,
                'warning',
              ),
            ),
        ],
      },
    ],
  };
}

function describeChange(change: FieldChange): string {
  return `${change.label} ${change.change}: desired ${change.desired.text}, live ${change.live.text}; owner: ${change.ownership}.`;
}
