import {
  ConnectorError,
  type ExternalVersion,
} from '@continuity/plugin-continuity-node';
import type { Row } from './client';
import { STATE_LABELS } from './config';
import { parseDateTime } from './mapping/dateTime';

/** Where a browser shows a change request. */
export function addressOf(url: string, sysId: string): string {
  return `${url}/change_request.do?sys_id=${encodeURIComponent(sysId)}`;
}

/** A state as people call it; one of the instance's own as its value. */
export function labelOf(state: string): string {
  return STATE_LABELS[state] ?? state;
}

/**
 * When a record was last changed, by the clock of the instance. `sys_updated_on` has whole
 * seconds; `sys_mod_count` tells updates within one apart.
 *
 * @throws ConnectorError when the record does not say
 */
export function versionOf({
  sys_updated_on: updatedOn = '',
  sys_mod_count: count = '',
}: Row): ExternalVersion {
  const at = parseDateTime(updatedOn);
  if (at === undefined) {
    throw new ConnectorError(
      `ServiceNow says that a record was updated on ${JSON.stringify(
        updatedOn,
      )}; expected yyyy-MM-dd HH:mm:ss.`,
      {
        retryable: false,
        remedy:
          'Let the integration user read sys_updated_on; see whether a business rule changes its form.',
      },
    );
  }
  return { at, sequence: Number.parseInt(count, 10) || 0 };
}
