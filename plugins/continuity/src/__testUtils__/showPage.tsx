import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  continuityApiRef,
  type ContinuityApi,
} from '@continuity/plugin-continuity-react';
import plugin from '../index';
import { paymentsApi } from '../testing/fixtures';
import { mockContinuityApi } from '../testing/mockContinuityApi';

/** Who is signed in. */
export const ME = 'user:default/test';

const cleo = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'cleo.marin', namespace: 'default' },
};

/** The whole plugin at an address below its page, so that links lead somewhere. */
export function showPage(path: string, overrides: Partial<ContinuityApi> = {}) {
  // A portal remembers the language that a reader had chosen.
  localStorage.clear();
  return renderTestApp({
    features: [plugin],
    apis: [
      [continuityApiRef, mockContinuityApi(overrides)],
      [catalogApiRef, catalogApiMock({ entities: [paymentsApi, cleo] })],
      [identityApiRef, mockApis.identity({ userEntityRef: ME })],
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/continuity${path}`],
  });
}
