import { randomUUID } from 'node:crypto';
import type {
  GateDecision,
  GateRequest,
} from '@continuity/plugin-continuity-common';
import { Option, type Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { withConnection, type Connection } from '../http/connect';
import {
  addConnectionOptions,
  readWait,
  type ConnectionFlags,
} from '../http/connectionOptions';
import type { Io } from '../Io';
import { writeWhole, type WholeFile } from '../files/writeWhole';
import { checkDecision } from './checkDecision';
import {
  readGateQuestion,
  readIdempotencyKey,
  type GateFlags,
} from './readGateQuestion';
import { renderDecision } from './renderDecision';
import { waitForOpening } from './waitForOpening';

/** `wait` in milliseconds. */
type Flags = GateFlags & ConnectionFlags & { json?: boolean; wait?: number };

const EXIT_CODES = {
  allow: exitCodes.ok,
  deny: exitCodes.deny,
  'needs-approval': exitCodes.needsApproval,
} as const;

/** `continuity gate`: may this be deployed there now? */
export function addGateCommand(program: Command, io: Io, settle: Settle): void {
  const command = program
    .command('gate')
    .description(
      'Ask whether something may be deployed somewhere now. Exits 0 for allow, 10 for deny, 11 for needs approval, 2 for wrong usage and 3 for no answer, which a pipeline must treat as deny.',
    )
    .requiredOption(
      '--entity <ref>',
      'what is to be deployed, e.g. component:default/payments-api',
    )
    .requiredOption('--environment <name>', 'where to, e.g. production')
    .option('--region <name>', 'one region; all of the environment otherwise')
    .option('--class <class>', 'standard, major or emergency')
    .option('--digest <digest>', 'sha256:... of the artifact')
    .option('--change <reference>', 'reference of the change request')
    .option(
      '--rollback',
      'go back to the artifact of --digest, which has run there before',
    )
    .option(
      '--continues <decision>',
      'go on with a deployment that the decision of this id allowed to begin',
    )
    .option('--at <moment>', 'ask about another moment, ISO 8601 with offset')
    .option('--dry-run', 'ask without recording a decision')
    .option(
      '--idempotency-key <key>',
      'the same key and question give the same decision (default: a new key)',
    )
    .addOption(
      new Option(
        '--wait <duration>',
        'wait this long for an opening, e.g. 30m, 2h; says for what on standard error',
      ).argParser(readWait),
    )
    .option(
      '--statement <file>',
      'where to keep the decision, signed, for `continuity decision verify`',
    )
    .option('--json', "print the API's answer");
  addConnectionOptions(command).action(async (flags: Flags) => {
    settle(await askGate(flags, io));
  });
}

async function askGate(flags: Flags, io: Io) {
  const question = readGateQuestion(flags);
  const idempotencyKey = readIdempotencyKey(flags, randomUUID);
  // Before anything is asked: a decision whose statement gets lost would be of no use.
  const file =
    flags.statement === undefined
      ? undefined
      : await writeWhole('--statement', flags.statement);
  try {
    return await askAndTell(flags, io, question, idempotencyKey, file);
  } finally {
    await file?.discard();
  }
}

async function askAndTell(
  flags: Flags,
  io: Io,
  question: GateRequest,
  idempotencyKey: string | undefined,
  file: WholeFile | undefined,
) {
  return withConnection(flags, io, async connection => {
    const first = await ask(connection, question, idempotencyKey);
    const { answer, decision } =
      flags.wait !== undefined && first.decision.verdict !== 'allow'
        ? await askAfterWaiting(flags.wait)
        : first;
    if (file) {
      await file.write(`${JSON.stringify(decision.statement, null, 2)}\n`);
      await file.finish();
    }
    io.out(
      flags.json
        ? `${JSON.stringify(answer, null, 2)}\n`
        : renderDecision(decision, io),
    );
    return EXIT_CODES[decision.verdict];

    async function askAfterWaiting(waitMs: number): Promise<Asked> {
      const look = { ...question, dryRun: true, statement: false };
      const opened = await waitForOpening({
        first: first.decision,
        waitMs,
        look: async () => (await ask(connection, look)).decision,
        now: connection.now,
        io,
      });
      // Of the key of the first answer nothing but that answer comes back.
      return opened
        ? ask(
            connection,
            question,
            idempotencyKey && `${idempotencyKey}.opened`,
          )
        : first;
    }
  });
}

interface Asked {
  /** As the API gave it. */
  answer: unknown;
  decision: GateDecision;
}

async function ask(
  connection: Connection,
  question: GateRequest,
  idempotencyKey?: string,
): Promise<Asked> {
  const answer = await connection.ask(client =>
    client.decide(question, { idempotencyKey }),
  );
  return {
    answer,
    decision: checkDecision(answer, question, connection.now()),
  };
}
