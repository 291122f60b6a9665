import {
  observedDependencies,
  type ObservedDependenciesPayload,
} from '../../evidence';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** What nobody declares, nobody counts on when it is down. */
export const dependenciesMatchTraffic = defineCheck({
  id: 'dependencies-match-traffic',
  title: 'Dependencies match traffic',
  question:
    'Does the service call what it declares that it needs, and no more?',
  needs: [observedDependencies],
  evaluate: context =>
    judgeLatest(
      context,
      observedDependencies,
      {
        report: `Have tracing read (continuity.graph.traffic.sources), and see on the graph's status that each source is fresh. If ${context.entityRef} reports to tracing under another name, say so in its annotation continuity.dev/traced-as.`,
        repair,
        settle,
      },
      ({ id, headline, payload }) => ({
        verdict: 'pass',
        reason: `It ${describeCalls(payload)}: ${headline}.`,
        evidence: [id],
      }),
    ),
});

function describeCalls({ calls, period }: ObservedDependenciesPayload): string {
  const since = period ? ` since ${period.from.slice(0, 10)}` : '';
  return `was watched${since}, and made ${Math.round(
    calls,
  )} calls in the newest readings`;
}

function repair({ undocumented, unseen }: ObservedDependenciesPayload): string {
  const steps = [
    undocumented.total > 0 &&
      'Declare what it calls in its catalog file, soft where it can do without, or end the calls.',
    unseen.total > 0 &&
      'Take from its catalog file what it no longer needs; for what it rarely needs, ask for an exemption that says when.',
    'The findings of the graph have each change prepared.',
  ];
  return steps.filter(step => step !== false).join(' ');
}

function settle({ sources, waiting }: ObservedDependenciesPayload): string {
  const away = sources.filter(({ state }) => state !== 'fresh');
  if (away.length > 0) {
    return `Find out why ${away
      .map(({ id }) => id)
      .join(', ')} cannot be read; the graph's status says what it answered.`;
  }
  return waiting.total > 0
    ? 'Wait until it was watched for as long as continuity.graph.traffic.unseenAfter says, or take from its catalog file what it does not need.'
    : 'Have what it depends on report to tracing, or say under which name it does in the annotation continuity.dev/traced-as.';
}
