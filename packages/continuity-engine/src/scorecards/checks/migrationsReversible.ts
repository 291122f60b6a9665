import { migrationAnalysis } from '../../evidence';
import { formatInstant } from '../../time';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** A release goes back in minutes only when its schema can, or need not. */
export const migrationsReversible = defineCheck({
  id: 'migrations-reversible',
  title: 'Migrations are reversible',
  question:
    'Can each migration of the release be taken back, or does code of before run on what it leaves?',
  needs: [migrationAnalysis],
  evaluate: context =>
    judgeLatest(
      context,
      migrationAnalysis,
      {
        report:
          'Analyse the migrations of the release and report it: continuity migrations analyze <dir> --since <version> --push.',
        repair: ({ findings }) =>
          `${
            findings.length === 0
              ? ''
              : `${findings[0].migration}: ${findings[0].what}. `
          }Write a way back, or split the change so that code of before runs on it (expand now, contract later); continuity migrations analyze says of each what to do.`,
        settle: ({ findings }) =>
          `${
            findings.length === 0
              ? ''
              : `${findings[0].migration}: ${findings[0].what}. `
          }Write what is not understood as plain statements, or prove the way back: continuity migrations rehearse <dir> --push.`,
      },
      analysis => ({
        verdict: 'pass',
        reason: `The migrations were analysed on ${formatInstant(
          analysis.observedAt,
        ).slice(0, 10)}: ${analysis.headline}.`,
        evidence: [analysis.id],
      }),
    ),
});
