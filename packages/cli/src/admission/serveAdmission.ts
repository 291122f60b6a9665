import { messageOf } from '../failures';
import { checkDecision } from '../gate/checkDecision';
import type { Connection } from '../http/connect';
import type { Io } from '../Io';
import { plainLine } from '../output/plainLine';
import { AdmissionMetrics } from './AdmissionMetrics';
import type { AdmissionSettings } from './admissionSettings';
import { AdmissionWebhook } from './AdmissionWebhook';
import { every } from './every';
import { GateDesk } from './GateDesk';
import { listenPlainly, listenSecurely, type HttpAnswer } from './listeners';
import { ServiceTiers } from './ServiceTiers';
import type { ServingCertificate } from './ServingCertificate';

export interface ServeOptions {
  settings: AdmissionSettings;
  certificate: ServingCertificate;
  /** How often its files are looked at, in milliseconds. */
  reloadEveryMs: number;
  clientNames: readonly string[];
  exemptNamespaces: readonly string[];
  /** 0: any that is free. */
  port: number;
  healthPort: number;
  /** What the gate is asked over: impatient. */
  gate: Connection;
  /** What the services are read over. */
  portal: Connection;
  io: Io;
}

/** A webhook that answers. */
export interface RunningWebhook {
  port: number;
  healthPort: number;
  /** Lets what is under way be answered, and ends. */
  close(): Promise<void>;
}

/** Starts to answer the API server, and to read the services every now and then. */
export async function serveAdmission(
  options: ServeOptions,
): Promise<RunningWebhook> {
  const { settings, certificate, io } = options;
  const tiers = new ServiceTiers({
    read: options.portal.ask,
    maxAgeMs: settings.maxAge,
    now: io.now,
  });
  const metrics = new AdmissionMetrics({
    servicesAgeMs: () => tiers.ageMs,
    services: () => tiers.size,
    certificateValidUntil: () => certificate.validUntil,
  });
  const desk = createDesk(options, metrics);
  const bench = {
    settings,
    desk,
    tiers,
    exemptNamespaces: ['kube-system', ...options.exemptNamespaces],
  };
  const webhook = new AdmissionWebhook(bench, metrics, io);

  let isReady = false;
  const health = await listenPlainly(options.healthPort, async ({ url }) =>
    answerProbe(url, isReady, metrics),
  );
  const reading = every(settings.refreshEvery, () => readServices(tiers, io));
  // Without them a service whose gate does not answer would be denied for its tier.
  await Promise.race([reading.first, wait(settings.firstReadingWithin)]);

  const listener = await listenSecurely(
    certificate.context,
    options.port,
    options.clientNames,
    request => webhook.answer(request),
  );
  const renewal = every(options.reloadEveryMs, async () => {
    if (await hasRenewed(certificate, io)) listener.renew(certificate.context);
  });
  isReady = true;
  return {
    port: listener.port,
    healthPort: health.port,
    close: async () => {
      isReady = false;
      reading.stop();
      renewal.stop();
      await listener.close();
      await health.close();
    },
  };
}

function createDesk(
  { settings, gate }: ServeOptions,
  metrics: AdmissionMetrics,
): GateDesk {
  return new GateDesk({
    concurrency: settings.concurrency,
    queue: settings.queue,
    reuseForMs: settings.reuseFor,
    now: gate.now,
    decide: async (question, idempotencyKey) => {
      let isDecided = false;
      try {
        const answer = await gate.ask(client =>
          client.decide(question, { idempotencyKey }),
        );
        const decision = checkDecision(answer, question, gate.now());
        isDecided = true;
        return decision;
      } finally {
        metrics.asked(isDecided);
      }
    },
  });
}

async function readServices(tiers: ServiceTiers, io: Io): Promise<void> {
  try {
    await tiers.refresh();
  } catch (error) {
    io.err(`the services cannot be read: ${plainLine(messageOf(error))}\n`);
  }
}

async function hasRenewed(
  certificate: ServingCertificate,
  io: Io,
): Promise<boolean> {
  try {
    const isAnother = await certificate.reload();
    if (isAnother) {
      const until = new Date(certificate.validUntil).toISOString();
      io.err(
        `the certificate was replaced; this one is valid until ${until}\n`,
      );
    }
    return isAnother;
  } catch (error) {
    io.err(
      `the certificate before stays in use: ${plainLine(messageOf(error))}\n`,
    );
    return false;
  }
}

async function answerProbe(
  url: string | undefined,
  isReady: boolean,
  metrics: AdmissionMetrics,
): Promise<HttpAnswer> {
  switch (url) {
    case '/livez':
      return { status: 200, body: 'alive' };
    case '/readyz':
      return isReady
        ? { status: 200, body: 'ready' }
        : { status: 503, body: 'not ready: it begins, or ends' };
    case '/metrics':
      return { status: 200, body: await metrics.text() };
    default:
      return { status: 404, body: 'expected /livez, /readyz or /metrics' };
  }
}

function wait(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms).unref();
  });
}
