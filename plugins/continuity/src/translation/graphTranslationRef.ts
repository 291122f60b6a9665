import { createTranslationRef } from '@backstage/core-plugin-api/alpha';

/** The texts that everything about dependencies shares, in English. Also comes in German. */
export const graphTranslationRef = createTranslationRef({
  id: 'plugin.continuity.graph',
  messages: {
    pages: {
      label: 'Pages about dependencies',
      explore: 'Explore',
      findings: 'Findings',
      saas: 'Third parties',
      notFound: 'There is no such page about dependencies',
    },
    node: {
      hidden: 'Something that you may not see',
      unknown: 'not in the catalog',
    },
    kind: {
      api: 'API',
      businessfunction: 'Business function',
      component: 'Component',
      domain: 'Domain',
      resource: 'Resource',
      system: 'System',
      typed: '{{kind}} ({{type}})',
    },
    outcome: {
      down: 'Down',
      failed: 'Fails',
      degraded: 'Degrades',
      unaffected: 'Unaffected',
    },
    path: {
      label: 'From the cause to what it affects',
      hard: 'fails with the one before',
      soft: 'degrades with the one before',
      group: 'group {{name}}: {{min}} of {{size}} must live',
      source: 'declared in {{source}}',
    },
    source: {
      'depends-on': 'spec.dependsOn',
      'consumes-api': 'spec.consumesApis',
      'provides-api': 'spec.providesApis',
      'part-of': 'spec.system',
      supports: 'the business function',
      continuity: 'spec.continuity.dependencies',
    },
    fresh: {
      as: 'As the catalog was',
      stale: 'The dependencies are older than they may be.',
      'never-read': 'The dependencies have not been read yet.',
      means:
        'The gate takes them for unknown until the catalog is read again; look at why it cannot be read.',
    },
    counts: {
      functions: 'Business functions',
      noFunctions: 'None that is known.',
      byTier: 'Tier',
      byOwner: 'Team',
      noOwner: 'Nobody',
      otherOwners: 'All others',
      hidden_one: '{{count}} of them is something that you may not see.',
      hidden_other: '{{count}} of them are things that you may not see.',
    },
    picture: {
      legend:
        'Dashed lines degrade only; blue lines lead to redundancy groups.',
      keys: 'Arrow keys move, Enter shows the path.',
      counted_one: '{{count}} more',
      counted_other: '{{count}} more',
      svg: 'Save the picture (SVG)',
      label: 'Picture of {{name}}: what needs it and what it needs',
    },
    section: {
      title: 'Dependencies',
      what: 'the dependencies',
      unknown: 'The dependency graph has not seen this service yet.',
      unknownRemedy:
        'That does not mean that nothing depends on it. Look again in a minute; if it stays so, see whether the catalog can be read.',
      findings: 'What cannot hold',
      noFindings: 'Nothing was found that cannot hold.',
      moreFindings: 'All findings',
      remedy: 'What to do',
      bringsDown: '{{name}} alone brings down:',
      exempt: 'exempt until {{until}}',
      explore: 'What if it is down?',
      dependants: 'Depends on this',
      dependantsLead_one: '{{count}} fails or degrades when this is down.',
      dependantsLead_other: '{{count}} fail or degrade when this is down.',
      dependencies: 'This depends on',
      dependenciesLead_one:
        '{{count}} is needed, directly or through something else.',
      dependenciesLead_other:
        '{{count}} are needed, directly or through something else.',
      picture: 'Picture',
      groups: 'Redundancy groups',
      group: '{{name}}: {{min}} of {{size}} must live',
      availability: 'Composed availability',
      availabilityUnknown_one:
        'of this and all that it needs, {{count}} declares none, so there are only bounds',
      availabilityUnknown_other:
        'of this and all that it needs, {{count}} declare none, so there are only bounds',
      recovery: 'Composed recovery time',
      atLeast: 'at least {{duration}}',
      recoveryUnknown_one:
        'of this and all that it needs, {{count}} declares no recovery time',
      recoveryUnknown_other:
        'of this and all that it needs, {{count}} declare no recovery time',
      holds: {
        yes: 'Holds',
        no: 'Cannot hold',
        unknown: 'Not known',
      },
      target: 'promised {{target}}',
    },
    table: {
      label: 'Everything in a table',
      name: 'Name',
      kind: 'Kind',
      tier: 'Tier',
      owner: 'Team',
      hops: 'Steps',
      outcome: 'When the other is down',
      path: 'Path',
      showPath: 'Path to {{name}}',
      empty: 'Nothing.',
      more: 'Show more',
      next: 'Next',
      previous: 'Previous',
      count: '{{shown}} of {{total}}',
    },
    severity: {
      high: 'High',
      medium: 'Medium',
      low: 'Low',
    },
    search: {
      none: 'The catalog has nothing of that name.',
      failed: 'The catalog could not be asked.',
      loading: 'Asking the catalog',
    },
    dialog: {
      path: 'Why {{name}}',
      close: 'Close',
    },
  },
  translations: {
    de: () => import('./graph.de'),
  },
});
