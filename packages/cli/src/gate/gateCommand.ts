import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { withConnection } from '../http/connect';
import {
  addConnectionOptions,
  type ConnectionFlags,
} from '../http/connectionOptions';
import type { Io } from '../Io';
import { checkDecision } from './checkDecision';
import {
  readGateQuestion,
  readIdempotencyKey,
  type GateFlags,
} from './readGateQuestion';
import { renderDecision } from './renderDecision';

type Flags = GateFlags & ConnectionFlags & { json?: boolean };

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
    .option('--at <moment>', 'ask about another moment, ISO 8601 with offset')
    .option('--dry-run', 'ask without recording a decision')
    .option(
      '--idempotency-key <key>',
      'the same key and question give the same decision (default: a new key)',
    )
    .option('--json', "print the API's answer");
  addConnectionOptions(command).action(async (flags: Flags) => {
    settle(await askGate(flags, io));
  });
}

async function askGate(flags: Flags, io: Io) {
  const question = readGateQuestion(flags);
  const idempotencyKey = readIdempotencyKey(flags, randomUUID);
  return withConnection(flags, io, async connection => {
    const answer = await connection.ask(client =>
      client.decide(question, { idempotencyKey }),
    );
    const decision = checkDecision(answer, question, connection.now());
    io.out(
      flags.json
        ? `${JSON.stringify(answer, null, 2)}\n`
        : renderDecision(decision, io),
    );
    return EXIT_CODES[decision.verdict];
  });
}
