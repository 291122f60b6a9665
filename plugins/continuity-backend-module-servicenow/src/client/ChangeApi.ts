import { ConnectorError } from '@continuity/plugin-continuity-node';
import { z } from 'zod';
import type { ChangeType } from '../config';
import type { Columns } from '../mapping/columnsOf';
import type { ServiceNowClient } from './ServiceNowClient';

/** Columns come as `{ value, display_value }`. */
const made = z.object({
  result: z.object({ sys_id: z.object({ value: z.string().min(1) }) }),
});

const states = z.object({
  result: z.object({ available_states: z.array(z.coerce.string()) }),
});

/** Writes change requests (ServiceNow documentation, "Change Management API"). */
export class ChangeApi {
  readonly #client: Pick<ServiceNowClient, 'ask'>;

  constructor(client: Pick<ServiceNowClient, 'ask'>) {
    this.#client = client;
  }

  /**
   * Makes one: `POST /sn_chg_rest/change/normal`, `.../emergency`,
   * `.../standard/{standard_change_template_id}`, or of a model by `POST /sn_chg_rest/change`.
   *
   * @returns its `sys_id`
   * @throws ConnectorError
   */
  async create(
    type: ChangeType,
    columns: Columns,
    signal: AbortSignal,
  ): Promise<string> {
    const { path, more } = placeOf(type);
    const read = made.safeParse(
      await this.#client.ask(
        { method: 'POST', path, body: { ...columns, ...more } },
        signal,
      ),
    );
    if (read.success) return read.data.result.sys_id.value;
    // It may have been made; the next try looks for it.
    throw new ConnectorError(
      'ServiceNow did not say which change request it made.',
      { retryable: true },
    );
  }

  /** `PATCH /sn_chg_rest/change/{sys_id}`. @throws ConnectorError */
  async update(
    sysId: string,
    columns: Columns,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#client.ask(
      { method: 'PATCH', path: pathOf(sysId), body: columns },
      signal,
    );
  }

  /** `GET /sn_chg_rest/change/{sys_id}/nextstate`. @throws ConnectorError */
  async nextStates(sysId: string, signal: AbortSignal): Promise<string[]> {
    const read = states.safeParse(
      await this.#client.ask(
        { method: 'GET', path: `${pathOf(sysId)}/nextstate` },
        signal,
      ),
    );
    if (read.success) return read.data.result.available_states;
    throw new ConnectorError(
      'ServiceNow did not say which states a change request may take.',
      { retryable: true },
    );
  }
}

const ROOT = '/api/sn_chg_rest/change';

function pathOf(sysId: string): string {
  return `${ROOT}/${encodeURIComponent(sysId)}`;
}

function placeOf(type: ChangeType): { path: string; more?: Columns } {
  if ('template' in type) return { path: `${ROOT}/standard/${type.template}` };
  if ('model' in type) return { path: ROOT, more: { chg_model: type.model } };
  return { path: `${ROOT}/${type.type}` };
}
