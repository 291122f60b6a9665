#!/usr/bin/env node
// Pushes the example organisation's evidence through the public API, once.
//
//   node examples/evidence/push.mjs --url http://localhost:7007 --token TOKEN
//
// --token   or CONTINUITY_TOKEN: a token that may create and read evidence
// --again   push although it is there already; what is there is answered as known
// --print   print what would be pushed, and ask no server
//
// Exit 0: it is stored. 1: something was rejected, or the server gave no answer. 2: wrong usage.
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildEvidence } from './build.mjs';

const DECLARED = new URL('./evidence.yaml', import.meta.url);
/** Far below the 500 that the API takes, so that a body stays below 100 kB. */
const BATCH = 50;
const TIMEOUT_MS = 30_000;
/** A catalog that was just started may still be reading the example. */
const PATIENCE_MS = 120_000;

class UsageError extends Error {}
class ServerError extends Error {}

async function main() {
  const options = readOptions();
  // Whole minutes read better in a portal.
  const now = Math.floor(Date.now() / 60_000) * 60_000;
  const fresh = buildEvidence(DECLARED, now);
  if (options.print) {
    process.stdout.write(`${JSON.stringify(fresh, null, 2)}\n`);
    return 0;
  }

  const call = client(options);
  // The first and the last item tell whether an earlier push began, and whether it ended.
  const begun = await findStored(call, fresh[0]);
  const ended = begun && (await findStored(call, fresh.at(-1)));
  if (ended && !options.again) {
    say(
      `The example's evidence is already there, since ${begun.receivedAt} (--again pushes it again).`,
    );
    return 0;
  }
  // Counting from the same moment as the earlier push makes the same reports of it.
  const anchor = begun
    ? now + Date.parse(begun.observedAt) - Date.parse(fresh[0].observedAt)
    : now;
  const { accepted, known, rejected } = await push(
    call,
    buildEvidence(DECLARED, anchor),
  );
  say(
    `The example's evidence: ${accepted} accepted, ${known} known, ${rejected.length} rejected.`,
  );
  for (const { item, field, message } of rejected) {
    say(
      `  rejected ${item.kind} ${item.externalId}: ${field ?? ''} ${message}`,
    );
  }
  return rejected.length === 0 ? 0 : 1;
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://localhost:7007' },
      token: { type: 'string', default: process.env.CONTINUITY_TOKEN },
      again: { type: 'boolean', default: false },
      print: { type: 'boolean', default: false },
    },
  });
  if (!values.print && !values.token) {
    throw new UsageError('A token is needed: --token or CONTINUITY_TOKEN.');
  }
  if (!URL.canParse(values.url)) {
    throw new UsageError(
      `--url "${values.url}" is not an address, e.g. http://localhost:7007`,
    );
  }
  return values;
}

/** Calls the API; tries again what a server that is just starting may refuse. */
function client({ url, token }) {
  return async function call(path, { method = 'GET', body, none } = {}) {
    const address = new URL(
      `${new URL(url).pathname.replace(/\/$/, '')}/api/continuity${path}`,
      url,
    );
    for (let attempt = 1; ; attempt++) {
      const answer = await request(address, { method, body, token });
      if (answer.ok) return answer.json();
      if (answer.status === 404 && none !== undefined) return none;
      const transient = answer.status >= 500 || answer.status === 429;
      if (!transient || attempt === 5) {
        throw new ServerError(
          `${method} ${address} answered ${answer.status}: ${await why(
            answer,
          )}`,
        );
      }
      await sleep(500 * 2 ** attempt);
    }
  };
}

async function request(address, { method, body, token }) {
  try {
    return await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new ServerError(
      `${address.origin} gave no answer: ${
        error.cause?.message ?? error.message
      }`,
    );
  }
}

async function why(answer) {
  const text = await answer.text();
  try {
    return JSON.parse(text).error.message;
  } catch {
    return text.slice(0, 200);
  }
}

/** What the server holds under the identity of `item`; absent when it holds nothing. */
async function findStored(call, item) {
  const [kind, rest] = item.entityRef.split(':');
  let cursor;
  do {
    const query = new URLSearchParams({
      evidenceKind: item.kind,
      limit: '200',
      ...(cursor && { cursor }),
    });
    const page = await call(`/entities/${kind}/${rest}/evidence?${query}`, {
      none: { items: [] },
    });
    const stored = page.items.find(
      ({ source, externalId }) =>
        source === item.source && externalId === item.externalId,
    );
    if (stored) return stored;
    cursor = page.nextCursor;
  } while (cursor);
  return undefined;
}

/** Pushes in order, and once more what is about an entity the server does not know yet. */
async function push(call, items) {
  const giveUpAt = Date.now() + PATIENCE_MS;
  let accepted = 0;
  let known = 0;
  let open = items;
  for (;;) {
    const rejected = [];
    for (let start = 0; start < open.length; start += BATCH) {
      const batch = open.slice(start, start + BATCH);
      const answer = await call('/evidence/batch', {
        method: 'POST',
        body: { items: batch },
      });
      accepted += answer.accepted;
      known += answer.known;
      for (const result of answer.results) {
        if (result.status === 'rejected') {
          rejected.push({ ...result, item: batch[result.index] });
        }
      }
    }
    const waiting = rejected.filter(({ field }) => field === 'entityRef');
    if (
      rejected.length === 0 ||
      waiting.length < rejected.length ||
      Date.now() > giveUpAt
    ) {
      return { accepted, known, rejected };
    }
    say(
      `Waiting for the catalog to know ${waiting.length} services of the example ...`,
    );
    await sleep(5_000);
    open = waiting.map(({ item }) => item);
  }
}

function say(line) {
  process.stdout.write(`${line}\n`);
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    const usage =
      error instanceof UsageError || error.code?.startsWith('ERR_PARSE_ARGS');
    const expected = usage || error instanceof ServerError;
    console.error(expected ? error.message : error);
    process.exitCode = usage ? 2 : 1;
  },
);
