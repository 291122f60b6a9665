import { ConfigReader } from '@backstage/config';
import {
  ConnectorError,
  type ConnectedChange,
} from '@continuity/plugin-continuity-node';
import { readServiceNowSettings } from '../config';
import { ServiceNowConnector } from '../ServiceNowConnector';
import { PASSWORD, USER } from './FakeServiceNow';

export const CHANGE_ID = '5b0c2f4e-0d5f-4c8e-9a51-7d0c5a1f3b2e';
export const CI = 'b0c4030ac0a800090152e7a4564ca36c';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-03-03T20:00:00.000Z');

/** A change of the payments that waits for its approval. */
export function change(more: Partial<ConnectedChange> = {}): ConnectedChange {
  return {
    id: CHANGE_ID,
    revision: 3,
    contentRevision: 1,
    state: 'awaiting-approval',
    class: 'major',
    content: {
      title: 'Payments 4.2',
      description: 'Raises the limits',
      entities: ['component:default/payments-api'],
      environments: ['production'],
      window: { start: START, end: START + 2 * HOUR_MS },
      plan: 'Deploy region by region',
      rollbackPlan: {
        steps: ['Redeploy the version before'],
        decisionOwner: 'group:default/team-payments',
        decisionDeadline: 'PT15M',
        expectedDuration: 'PT10M',
        dataHandling: 'Nothing is written that it cannot read',
      },
    },
    entities: [
      {
        ref: 'component:default/payments-api',
        name: 'payments-api',
        annotations: { 'servicenow.com/cmdb-ci': CI },
      },
    ],
    authors: ['user:default/anna'],
    url: 'https://portal.example/continuity/changes/5b0c2f4e',
    ...more,
  };
}

/** The settings for an instance, as the configuration would give them. */
export function settingsOf(url: string, more: object = {}) {
  const settings = readServiceNowSettings(
    new ConfigReader({
      continuity: {
        connectors: {
          servicenow: {
            url,
            auth: { type: 'basic', username: USER, password: PASSWORD },
            ...more,
          },
        },
      },
    }),
  );
  if (!settings) throw new Error('There are no settings');
  return settings;
}

export function connect(url: string, more: object = {}): ServiceNowConnector {
  return new ServiceNowConnector(settingsOf(url, more));
}

/** What a question that fails fails with. */
export async function failureOf(
  work: Promise<unknown>,
): Promise<ConnectorError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof ConnectorError) return error;
    throw error;
  }
  throw new Error('It did not fail');
}
