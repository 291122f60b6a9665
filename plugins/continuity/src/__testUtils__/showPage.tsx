import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/core-plugin-api';
import { permissionApiRef } from '@backstage/plugin-permission-react';
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

const nothingAllowed = [
  permissionApiRef,
  { authorize: async () => ({ result: 'DENY' as const }) },
] as const;

/**
 * The whole plugin at an address below its page, so that links lead somewhere.
 *
 * @param mayDoNothing - the reader may look only. What the permission API answers is kept
 * for the whole test file.
 */
export function showPage(
  path: string,
  overrides: Partial<ContinuityApi> = {},
  { mayDoNothing = false } = {},
) {
  // A portal remembers the language that a reader had chosen.
  localStorage.clear();
  return renderTestApp({
    features: [plugin],
    apis: [
      [continuityApiRef, mockContinuityApi(overrides)],
      [catalogApiRef, catalogApiMock({ entities: [paymentsApi, cleo] })],
      [identityApiRef, mockApis.identity({ userEntityRef: ME })],
      ...(mayDoNothing ? [nothingAllowed] : []),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/continuity${path}`],
  });
}
