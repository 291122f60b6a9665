/* eslint-disable new-cap -- openapi-fetch names its methods as HTTP does */
import { parseEntityRef } from '@backstage/catalog-model';
import type { Client } from 'openapi-fetch';
import type {
  EntityScorecard,
  Page,
  ScorecardChange,
  ScorecardDay,
  ScorecardExemption,
  ScorecardExemptionDecision,
  ScorecardExemptionRequest,
  ScorecardExemptionsQuery,
  ScorecardHistoryQuery,
  ScorecardResultsExportQuery,
  ScorecardResultsPage,
  ScorecardResultsQuery,
  Scorecards,
  ScorecardSummary,
  ScorecardSummaryQuery,
} from '../apiTypes';
import type { paths } from '../generated/openapi';
import type { CallOptions } from './CallOptions';
import { unwrap } from './unwrap';

/** What the client asks of scorecards. */
export interface ScorecardsClient {
  listScorecards(options?: CallOptions): Promise<Scorecards>;
  /** Services by check: the heat map, the greatest risk first. */
  listScorecardResults(
    scorecard: string,
    query?: ScorecardResultsQuery,
    options?: CallOptions,
  ): Promise<ScorecardResultsPage>;
  /** The heat map as CSV. */
  exportScorecardResults(
    scorecard: string,
    query?: ScorecardResultsExportQuery,
    options?: CallOptions,
  ): Promise<string>;
  /** Rolled up by owner, system or tier, the worst group first. */
  getScorecardSummary(
    scorecard: string,
    query?: ScorecardSummaryQuery,
    options?: CallOptions,
  ): Promise<ScorecardSummary>;
  /** Oldest day first. */
  getScorecardTrend(
    scorecard: string,
    days?: number,
    options?: CallOptions,
  ): Promise<ScorecardDay[]>;
  /** What every scorecard says of a service. */
  listEntityScorecards(
    entityRef: string,
    options?: CallOptions,
  ): Promise<EntityScorecard[]>;
  listEntityScorecardHistory(
    entityRef: string,
    scorecard: string,
    query?: ScorecardHistoryQuery,
    options?: CallOptions,
  ): Promise<Page<ScorecardChange>>;
  listScorecardExemptions(
    query?: ScorecardExemptionsQuery,
    options?: CallOptions,
  ): Promise<Page<ScorecardExemption>>;
  getScorecardExemption(
    id: string,
    options?: CallOptions,
  ): Promise<ScorecardExemption>;
  requestScorecardExemption(
    request: ScorecardExemptionRequest,
    options?: CallOptions,
  ): Promise<ScorecardExemption>;
  /** Refused to whoever asked for it. */
  decideScorecardExemption(
    id: string,
    decision: ScorecardExemptionDecision,
    options?: CallOptions,
  ): Promise<ScorecardExemption>;
  revokeScorecardExemption(
    id: string,
    reason: string,
    options?: CallOptions,
  ): Promise<ScorecardExemption>;
}

export function scorecardCalls(
  api: () => Promise<Client<paths>>,
): ScorecardsClient {
  return {
    listScorecards: async call =>
      unwrap((await api()).GET('/scorecards', { ...call })),
    listScorecardResults: async (scorecard, query, call) =>
      unwrap(
        (await api()).GET('/scorecards/{scorecard}/results', {
          params: { path: { scorecard }, query },
          ...call,
        }),
      ),
    exportScorecardResults: async (scorecard, query, call) =>
      unwrap(
        (await api()).GET('/scorecards/{scorecard}/results.csv', {
          params: { path: { scorecard }, query },
          parseAs: 'text',
          ...call,
        }),
      ),
    getScorecardSummary: async (scorecard, query, call) =>
      unwrap(
        (await api()).GET('/scorecards/{scorecard}/summary', {
          params: { path: { scorecard }, query },
          ...call,
        }),
      ),
    getScorecardTrend: async (scorecard, days, call) => {
      const { items } = await unwrap(
        (
          await api()
        ).GET('/scorecards/{scorecard}/trend', {
          params: { path: { scorecard }, query: { days } },
          ...call,
        }),
      );
      return items;
    },
    listEntityScorecards: async (entityRef, call) => {
      const { items } = await unwrap(
        (
          await api()
        ).GET('/entities/{kind}/{namespace}/{name}/scorecards', {
          params: { path: parseEntityRef(entityRef) },
          ...call,
        }),
      );
      return items;
    },
    listEntityScorecardHistory: async (entityRef, scorecard, query, call) =>
      unwrap(
        (await api()).GET(
          '/entities/{kind}/{namespace}/{name}/scorecards/{scorecard}/history',
          {
            params: {
              path: { ...parseEntityRef(entityRef), scorecard },
              query,
            },
            ...call,
          },
        ),
      ),
    listScorecardExemptions: async (query, call) =>
      unwrap(
        (await api()).GET('/scorecard-exemptions', {
          params: { query },
          ...call,
        }),
      ),
    getScorecardExemption: async (id, call) =>
      unwrap(
        (await api()).GET('/scorecard-exemptions/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    requestScorecardExemption: async (body, call) =>
      unwrap((await api()).POST('/scorecard-exemptions', { body, ...call })),
    decideScorecardExemption: async (id, body, call) =>
      unwrap(
        (await api()).POST('/scorecard-exemptions/{id}/decision', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    revokeScorecardExemption: async (id, reason, call) =>
      unwrap(
        (await api()).POST('/scorecard-exemptions/{id}/revocation', {
          params: { path: { id } },
          body: { reason },
          ...call,
        }),
      ),
  };
}
