import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';

/** Groups of the example organisation that hold more than everybody does. */
const groups = {
  changeManagers: 'group:default/change-managers',
  onCall: 'group:default/on-call',
  platform: 'group:default/team-platform',
  risk: 'group:default/risk',
};

/**
 * Who holds each Continuity permission, besides pipelines: those come with an external
 * access token whose `accessRestrictions` say what they may do, and never reach a policy.
 * `everybody` means everybody who is signed in.
 */
const holders: Record<string, 'everybody' | string[]> = {
  'continuity.entity.read': 'everybody',
  'continuity.evidence.read': 'everybody',
  'continuity.fleet.read': 'everybody',
  'continuity.gate.read': 'everybody',
  'continuity.status.read': 'everybody',
  'continuity.calendar.read': 'everybody',
  'continuity.calendar.subscribe': 'everybody',
  // A window can hold back everybody, so making one is for those who run changes or
  // incidents; they still need to belong to its owner.
  'continuity.window.create': [
    groups.changeManagers,
    groups.onCall,
    groups.platform,
  ],
  'continuity.window.update': [
    groups.changeManagers,
    groups.onCall,
    groups.platform,
  ],
  'continuity.window.delete': [
    groups.changeManagers,
    groups.onCall,
    groups.platform,
  ],
  'continuity.window.administer': [groups.changeManagers],
  'continuity.graph.read': 'everybody',
  // Whoever lives with a finding asks; others decide, and nobody on what they asked for.
  'continuity.graph.exempt': 'everybody',
  'continuity.graph.approve': [groups.changeManagers, groups.risk],
  'continuity.saas.decide': [groups.risk, groups.changeManagers],
  'continuity.scorecard.read': 'everybody',
  // As with findings: whoever leaves a check unmet asks, and others decide.
  'continuity.scorecard.exempt': 'everybody',
  'continuity.scorecard.approve': [groups.changeManagers, groups.risk],
  'continuity.campaign.read': 'everybody',
  // A campaign asks something of others, so making one is for those who answer for levels;
  // they still need to belong to its owner.
  'continuity.campaign.create': [
    groups.platform,
    groups.risk,
    groups.changeManagers,
  ],
  'continuity.campaign.update': [
    groups.platform,
    groups.risk,
    groups.changeManagers,
  ],
  'continuity.campaign.administer': [groups.changeManagers],
  'continuity.drift.read': 'everybody',
  // What counts from now on is proposed by whoever runs the service, and promoted by others.
  'continuity.baseline.propose': 'everybody',
  'continuity.baseline.promote': 'everybody',
  // Everybody may raise a change, and break the glass; whose approval counts is a matter of
  // who is asked: owners and groups, never whoever asked.
  'continuity.change.read': 'everybody',
  'continuity.change.create': 'everybody',
  'continuity.change.update': 'everybody',
  'continuity.change.approve': 'everybody',
  'continuity.change.implement': 'everybody',
  'continuity.change.administer': [groups.changeManagers],
  'continuity.override.request': 'everybody',
  'continuity.override.approve': 'everybody',
  'continuity.override.review': 'everybody',
  // Recording a decision or evidence by hand is for those who answer for it.
  'continuity.gate.decide': [groups.changeManagers, groups.onCall],
  'continuity.gate.rotate-key': [groups.platform],
  'continuity.evidence.create': [groups.platform, groups.changeManagers],
  // Whoever runs the portal; problems may quote what others may not see.
  'continuity.operations.read': [groups.platform, groups.changeManagers],
  'continuity.operations.retry': [groups.platform],
  'continuity.ledger.read': [
    groups.risk,
    groups.changeManagers,
    groups.platform,
  ],
};

/**
 * An example to start from: signed-in people read, a few groups write, and a
 * Continuity permission that nobody is listed for is held by nobody.
 * What belongs to other plugins is left open to everybody who is signed in.
 */
export class ExamplePolicy implements PermissionPolicy {
  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) return { result: AuthorizeResult.DENY };

    const { name } = request.permission;
    if (!name.startsWith('continuity.')) {
      return { result: AuthorizeResult.ALLOW };
    }
    const holder = Object.hasOwn(holders, name) ? holders[name] : [];
    const allowed =
      holder === 'everybody' ||
      holder.some(group => user.info.ownershipEntityRefs.includes(group));
    return {
      result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
    };
  }
}
