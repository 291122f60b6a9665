import type { Command } from 'commander';
import type { Settle } from '../createProgram';
import { addConnectionOptions } from '../http/connectionOptions';
import type { Io } from '../Io';
import { listKeys, type KeysFlags } from './listKeys';
import { verifyDecision, type VerifyFlags } from './verifyDecision';

/** `continuity decision verify` and `continuity decision keys`. */
export function addDecisionCommands(
  program: Command,
  io: Io,
  settle: Settle,
): void {
  const decision = program
    .command('decision')
    .description('Look at signed decisions of the gate');
  decision
    .command('verify')
    .description(
      'Verify a signed decision offline: who signed it, that it allows, and that it is for what is about to be deployed. Exits 0 when all of that is so, 10 and 11 for a signed deny and needs approval, 1 for anything else that is refused, and 2 for wrong usage.',
    )
    .argument(
      '<file>',
      'as `continuity gate --statement` wrote it; - for standard input',
    )
    .requiredOption(
      '--key <file>',
      'public keys that are trusted, in PEM; may be repeated',
      (file: string, files: string[] = []) => [...files, file],
    )
    .option('--entity <ref>', 'what is to be deployed')
    .option('--environment <name>', 'where to')
    .option('--region <name>', 'one region; all of the environment otherwise')
    .option('--digest <digest>', 'sha256:... of the artifact')
    .option(
      '--at <moment>',
      'was it valid at another moment than now, ISO 8601 with offset',
    )
    .option('--json', 'print the outcome as JSON')
    .action(async (file: string, flags: VerifyFlags) => {
      settle(await verifyDecision(file, flags, io));
    });
  const keys = decision
    .command('keys')
    .description('Print the public key that the portal signs decisions with')
    .option('--all', 'also those that are retired')
    .option('--json', 'print them as JSON');
  addConnectionOptions(keys).action(async (flags: KeysFlags) => {
    settle(await listKeys(flags, io));
  });
}
