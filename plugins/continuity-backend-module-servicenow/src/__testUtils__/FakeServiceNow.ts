import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';

type Row = Record<string, string>;

/** Answers instead of the instance; undefined: the instance answers after all. */
type Fault = (req: Request, res: Response) => void | 'go on';

/** Where a change request may go ("State model and transitions", normal change). */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  '-5': ['-4', '4'],
  '-4': ['-3', '-5', '4'],
  '-3': ['-2', '-5', '4'],
  '-2': ['-1', '4'],
  '-1': ['0', '4'],
  '0': ['3'],
};

/** Columns that the platform writes, or only adds to. */
const JOURNALS = ['work_notes', 'comments'];

export const USER = 'continuity.integration';
export const PASSWORD = 'pa55-of-the-integration-user';
export const CLIENT_ID = 'a329c4515612210071a5e0c298ee2be8';
export const CLIENT_SECRET = 'client-s3cret';

/**
 * A server that speaks the Table API and the Change Management API as their published
 * examples do: columns as `{ value, display_value }` from the one and plain from the other,
 * times in UTC with whole seconds, encoded queries of which it passes over what it does not
 * know, and errors as `{ error: { message, detail }, status }`.
 */
export class FakeServiceNow {
  readonly requests: {
    method: string;
    path: string;
    query: string;
    body: Row;
  }[] = [];
  /** Of the next requests to the API, one each. */
  readonly faults: Fault[] = [];
  readonly tables: Record<string, Row[]> = {
    change_request: [],
    sysapproval_approver: [],
    sys_user: [],
    sys_journal_field: [],
  };
  /** Whether Authorize is only left with an approval. */
  needsApproval = false;
  /** Whether it understands no part of any query, and answers with everything. */
  understandsNothing = false;
  /** Columns that the integration user may not write. */
  readonly protectedColumns: string[] = [];
  /** Tokens that count. */
  readonly tokens = new Set<string>();
  tokensGiven = 0;
  #server: Server | undefined;
  #now: number;

  /** @param now - its clock; it stands still until time passes */
  constructor(now = Date.parse('2026-03-02T10:00:00.500Z')) {
    this.#now = now;
  }

  async start(): Promise<string> {
    const app = express();
    app.use(express.json());
    app.post(
      '/oauth_token.do',
      express.urlencoded({ extended: false }),
      (req, res) => this.#giveToken(req, res),
    );
    app.use('/api', (req, res, next) => {
      this.requests.push({
        method: req.method,
        path: req.baseUrl + req.path,
        query: String(req.query.sysparm_query ?? ''),
        body: req.body,
      });
      const fault = this.faults.shift();
      if (fault && fault(req, res) !== 'go on') return;
      if (this.#isKnown(req)) next();
      else
        fail(
          res,
          401,
          'User Not Authenticated',
          'Required to provide Auth information',
        );
    });
    app.get('/api/now/table/:table', (req, res) => this.#list(req, res));
    app.post('/api/sn_chg_rest/change', (req, res) =>
      this.#create(req, res, 'normal'),
    );
    app.post('/api/sn_chg_rest/change/standard/:template', (req, res) =>
      this.#create(req, res, 'standard'),
    );
    app.post('/api/sn_chg_rest/change/:type', (req, res) =>
      this.#create(req, res, req.params.type),
    );
    app.get('/api/sn_chg_rest/change/:id/nextstate', (req, res) =>
      this.#next(req, res),
    );
    app.patch('/api/sn_chg_rest/change/:id', (req, res) =>
      this.#patch(req, res),
    );
    await new Promise<void>(resolve => {
      this.#server = app.listen(0, '127.0.0.1', resolve);
    });
    const { port } = this.#server?.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise(resolve => this.#server?.close(resolve));
  }

  /** Time passes there. */
  pass(seconds: number): void {
    this.#now += seconds * 1_000;
  }

  now(): number {
    return this.#now;
  }

  /** Somebody there adds a record. */
  add(table: string, row: Row): Row {
    const sysId = randomBytes(16).toString('hex');
    const added: Row = {
      sys_id: sysId,
      sys_created_on: this.#stamp(),
      sys_updated_on: this.#stamp(),
      sys_updated_by: 'mia.there',
      sys_mod_count: '0',
      ...row,
    };
    this.tables[table].push(added);
    return added;
  }

  /** Somebody there changes a record. */
  change(row: Row, columns: Row, by = 'mia.there'): void {
    Object.assign(row, columns, {
      sys_updated_on: this.#stamp(),
      sys_updated_by: by,
      sys_mod_count: String(Number(row.sys_mod_count) + 1),
    });
  }

  changes(): Row[] {
    return this.tables.change_request;
  }

  /** Does what is asked, and then nobody hears of it. */
  static loseAnswer: Fault = (_, res) => {
    const { end } = res;
    res.end = (() => {
      res.socket?.destroy();
      return res;
    }) as typeof end;
    return 'go on';
  };

  static answer(status: number, body: unknown, headers: Row = {}): Fault {
    return (_, res) => {
      res.status(status).set(headers).send(body);
    };
  }

  #stamp(): string {
    return new Date(this.#now).toISOString().slice(0, 19).replace('T', ' ');
  }

  #giveToken(req: Request, res: Response): void {
    const { grant_type, client_id, client_secret } = req.body;
    if (
      grant_type !== 'client_credentials' ||
      client_id !== CLIENT_ID ||
      client_secret !== CLIENT_SECRET
    ) {
      res
        .status(401)
        .json({ error: 'access_denied', error_description: 'access_denied' });
      return;
    }
    this.tokensGiven += 1;
    const token = randomBytes(16).toString('base64url');
    this.tokens.add(token);
    res.json({
      access_token: token,
      scope: 'useraccount',
      token_type: 'Bearer',
      expires_in: 1799,
    });
  }

  #isKnown(req: Request): boolean {
    const [scheme, given = ''] = (req.get('authorization') ?? '').split(' ');
    return scheme === 'Bearer'
      ? this.tokens.has(given)
      : Buffer.from(given, 'base64').toString() === `${USER}:${PASSWORD}`;
  }

  #create(req: Request, res: Response, type: string): void {
    const { chg_model, ...columns } = req.body as Row;
    const row = this.add('change_request', {
      number: `CHG${String(30_000 + this.changes().length).padStart(7, '0')}`,
      state: '-5',
      type,
      ...(chg_model !== undefined && { chg_model }),
      ...(type === 'standard' && {
        std_change_producer_version: req.params.template,
      }),
      sys_updated_by: USER,
    });
    this.#take(row, columns);
    res.json({ result: shown(row) });
  }

  #patch(req: Request, res: Response): void {
    const row = this.#byId(req.params.id);
    if (!row) {
      fail(
        res,
        404,
        'No Record found',
        "Record doesn't exist or ACL restricts the record retrieval",
      );
      return;
    }
    const { state } = req.body as Row;
    if (
      state !== undefined &&
      state !== row.state &&
      !this.#open(row).includes(state)
    ) {
      fail(res, 400, 'Invalid state transition', `${row.state} to ${state}`);
      return;
    }
    this.#take(row, req.body);
    this.change(row, {}, USER);
    res.json({ result: shown(row) });
  }

  #next(req: Request, res: Response): void {
    const row = this.#byId(req.params.id);
    if (!row) {
      fail(res, 404, 'No Record found', '');
      return;
    }
    res.json({
      result: {
        sys_id: row.sys_id,
        available_states: [row.state, ...this.#open(row)],
        state_transitions: [],
      },
    });
  }

  #take(row: Row, columns: Row): void {
    for (const [name, value] of Object.entries(columns)) {
      if (this.protectedColumns.includes(name)) continue;
      if (JOURNALS.includes(name)) {
        this.add('sys_journal_field', {
          element_id: row.sys_id,
          element: name,
          value,
        });
      } else {
        row[name] = name === 'short_description' ? value.slice(0, 160) : value;
      }
    }
  }

  #open(row: Row): readonly string[] {
    return (NEXT[row.state] ?? []).filter(
      next =>
        next !== '-2' || !this.needsApproval || row.approval === 'approved',
    );
  }

  #byId(sysId: string): Row | undefined {
    return this.changes().find(({ sys_id }) => sys_id === sysId);
  }

  #list(req: Request, res: Response): void {
    const rows = this.tables[req.params.table];
    if (!rows) {
      fail(res, 400, `Invalid table ${req.params.table}`, '');
      return;
    }
    const { conditions, orders } = parseQuery(
      String(req.query.sysparm_query ?? ''),
    );
    const found = rows
      .filter(
        row =>
          this.understandsNothing ||
          conditions.every(condition =>
            condition(name => this.#walk(row, name)),
          ),
      )
      .sort((a, b) => compare(a, b, orders));
    const offset = Number(req.query.sysparm_offset ?? 0);
    const limit = Number(req.query.sysparm_limit ?? 10_000);
    const fields = String(req.query.sysparm_fields).split(',');
    res.json({
      result: found
        .slice(offset, offset + limit)
        .map(row =>
          Object.fromEntries(fields.map(name => [name, this.#walk(row, name)])),
        ),
    });
  }

  /** The value of a column, also of a record that is referred to. */
  #walk(row: Row, name: string): string {
    const [column, ...rest] = name.split('.');
    const value = row[column] ?? '';
    if (rest.length === 0) return value;
    const target = Object.values(this.tables)
      .flat()
      .find(({ sys_id }) => sys_id === value);
    return target ? this.#walk(target, rest.join('.')) : row[name] ?? '';
  }
}

type Condition = (valueOf: (name: string) => string) => boolean;
interface Order {
  column: string;
  sign: number;
}

function parseQuery(query: string): {
  conditions: Condition[];
  orders: Order[];
} {
  const conditions: Condition[] = [];
  const orders: Order[] = [];
  for (const part of query.split('^')) {
    const order = /^ORDERBY(DESC)?(.+)$/.exec(part);
    const match = /^([a-z_.]+)(STARTSWITH|ISEMPTY|IN|>=|=)(.*)$/.exec(part);
    if (order) {
      orders.push({ column: order[2], sign: order[1] ? -1 : 1 });
    } else if (match) {
      const [, name, operator, wanted] = match;
      conditions.push(valueOf => holds(valueOf(name), operator, wanted));
    }
    // What it does not know an instance passes over.
  }
  return { conditions, orders };
}

function holds(value: string, operator: string, wanted: string): boolean {
  switch (operator) {
    case 'STARTSWITH':
      return value.startsWith(wanted);
    case 'ISEMPTY':
      return value === '';
    case 'IN':
      return wanted.split(',').includes(value);
    case '>=':
      return value >= wanted;
    default:
      return value === wanted;
  }
}

function compare(a: Row, b: Row, orders: readonly Order[]): number {
  for (const { column, sign } of orders) {
    const [one, other] = [a[column] ?? '', b[column] ?? ''];
    if (one !== other) return one < other ? -sign : sign;
  }
  return 0;
}

function shown(
  row: Row,
): Record<string, { value: string; display_value: string }> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      { value, display_value: value },
    ]),
  );
}

function fail(
  res: Response,
  status: number,
  message: string,
  detail: string,
): void {
  res.status(status).json({ error: { message, detail }, status: 'failure' });
}
