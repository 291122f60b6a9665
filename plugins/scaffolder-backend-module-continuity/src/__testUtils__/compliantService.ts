import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

export const root = path.resolve(__dirname, '../../../..');
const folder = path.join(root, 'examples/templates/compliant-service');

/** The template as it stands, without the steps that leave the machine. */
export const template = parse(
  readFileSync(path.join(folder, 'template.yaml'), 'utf8'),
);
const LEAVES = /^(publish:|catalog:register$)/;

export const dryRun = {
  template: {
    ...template,
    spec: {
      ...template.spec,
      steps: template.spec.steps.filter(
        ({ action }: { action: string }) => !LEAVES.test(action),
      ),
      output: {},
    },
  },
  directoryContents: readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  })
    .filter(entry => entry.isFile())
    .map(entry => {
      const file = path.join(entry.parentPath, entry.name);
      return {
        path: path.relative(folder, file),
        base64Content: readFileSync(file, 'base64'),
      };
    }),
};

/** What decides about the files, and what is in them. */
export interface Choice {
  system: 'github' | 'gitlab' | 'jenkins';
  regions: 'one' | 'standby' | 'both';
  database: boolean;
  flagged: boolean;
}

const bools = [false, true];
export const choices: Choice[] = (['github', 'gitlab', 'jenkins'] as const)
  .flatMap(system =>
    (['one', 'standby', 'both'] as const).map(regions => ({ system, regions })),
  )
  .flatMap(some => bools.map(database => ({ ...some, database })))
  .flatMap(some => bools.map(flagged => ({ ...some, flagged })));

export const nameOf = ({ system, regions, database, flagged }: Choice) =>
  [system, regions, database && 'database', flagged && 'flag']
    .filter(Boolean)
    .join('-');

/**
 * Every pair of two answers is in one of these, which people read; all others are held
 * against the linters only.
 */
export const READ = new Set([
  'github-one',
  'github-standby-database-flag',
  'github-both-flag',
  'gitlab-one-database-flag',
  'gitlab-standby',
  'gitlab-both-database',
  'jenkins-one-flag',
  'jenkins-standby-database',
  'jenkins-both-database-flag',
]);

export function valuesOf(choice: Choice): Record<string, unknown> {
  return {
    name: 'card-limits',
    description: 'Says how much a card may spend: "today", and in a month',
    owner: 'group:default/team-cards',
    dependencies: [
      { ref: 'component:default/card-authorisation', strength: 'hard' },
      { ref: 'component:default/notification-hub', strength: 'soft' },
    ],
    harm: 'Customers cannot raise their limit.',
    financial: 'P2D',
    regulatory: 'none',
    customer: 'PT4H',
    safety: 'none',
    reputation: 'P7D',
    operational: 'none',
    tier: 'derived',
    rto: 'derived',
    rpo: choice.database ? 'PT15M' : 'none',
    goingBack: 'PT10M',
    ...choice,
    region: 'eu-west-1',
    ...(choice.regions !== 'one' && { otherRegion: 'eu-central-1' }),
    registry: 'registry.example.com/cards',
    ...(choice.flagged && { flag: 'family-limits' }),
    continuityUrl: 'https://portal.example',
    forge: 'gitea',
    repoUrl: 'git.example?owner=cards&repo=card-limits',
  };
}
