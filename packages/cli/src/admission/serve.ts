import { InvalidArgumentError, type Command } from 'commander';
import type { Settle } from '../createProgram';
import { exitCodes } from '../exitCodes';
import { repeated } from '../graph/repeated';
import { withConnection } from '../http/connect';
import {
  addRouteOptions,
  readWait,
  type RouteFlags,
} from '../http/connectionOptions';
import { envText, type Io } from '../Io';
import { readAdmissionSettings } from './admissionSettings';
import { serveAdmission } from './serveAdmission';
import { ServingCertificate } from './ServingCertificate';

const READING_TIMEOUT_MS = 30_000;

interface Flags extends RouteFlags {
  config: string;
  certFile: string;
  keyFile: string;
  clientCaFile?: string;
  clientName?: string[];
  /** Milliseconds. */
  reloadEvery: number;
  port: number;
  healthPort: number;
  namespace?: string;
}

/** `continuity admission serve`: a validating admission webhook for Kubernetes. */
export function addServeCommand(
  admission: Command,
  io: Io,
  settle: Settle,
): void {
  const command = admission
    .command('serve')
    .description(
      'Answer the API server of a Kubernetes cluster, by the gate: may this workload be deployed there now? Runs until it is told to end.',
    )
    .requiredOption('--config <file>', 'what belongs where, in YAML or JSON')
    .requiredOption('--cert-file <file>', 'PEM certificate to answer with')
    .requiredOption('--key-file <file>', 'its private key')
    .option(
      '--client-ca-file <file>',
      'PEM certificates of who signs the clients that may ask (default: anybody may)',
    )
    .option(
      '--client-name <name>',
      'with --client-ca-file: common name of a client that may ask; may be repeated',
      repeated,
    )
    .option(
      '--reload-every <duration>',
      'how often the files of certificates are looked at',
      readWait,
      10_000,
    )
    .option('--port <port>', 'for the API server, over TLS', readPort, 8443)
    .option(
      '--health-port <port>',
      'for /livez, /readyz and /metrics',
      readPort,
      8081,
    )
    .option(
      '--namespace <name>',
      'the namespace it runs in, which it does not judge (default: POD_NAMESPACE)',
    );
  addRouteOptions(command).action(async (flags: Flags) => {
    await serve(flags, io);
    settle(exitCodes.ok);
  });
}

async function serve(flags: Flags, io: Io): Promise<void> {
  const settings = await readAdmissionSettings(flags.config, io);
  const certificate = await ServingCertificate.load(flags);
  const own = flags.namespace ?? envText(io, 'POD_NAMESPACE');
  const route = { ...flags, retries: 0 };
  await withConnection({ ...route, timeout: settings.answerWithin }, io, gate =>
    withConnection(
      { ...route, timeout: READING_TIMEOUT_MS },
      io,
      async portal => {
        // Before anything listens: a signal while it begins must end it too.
        const interrupted = new Promise<void>(resolve => {
          io.onInterrupt(resolve);
        });
        const webhook = await serveAdmission({
          settings,
          certificate,
          reloadEveryMs: flags.reloadEvery,
          clientNames: flags.clientName ?? [],
          exemptNamespaces: own === undefined ? [] : [own],
          port: flags.port,
          healthPort: flags.healthPort,
          gate,
          portal,
          io,
        });
        io.err(
          `answering on port ${webhook.port}, health on port ${webhook.healthPort} (${settings.mode})\n`,
        );
        await interrupted;
        await webhook.close();
      },
    ),
  );
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new InvalidArgumentError('Expected a port from 0 to 65535.');
  }
  return port;
}
