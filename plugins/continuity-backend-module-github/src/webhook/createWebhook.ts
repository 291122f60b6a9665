import { AuthenticationError, InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { HeldDeploymentDesk } from '@continuity/plugin-continuity-node';
import { raw, type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { isSigned } from './isSigned';
import { readMessage } from './readMessage';

/** Where GitHub sends its messages, under the plugin. */
export const WEBHOOK_PATH = '/github/webhook';

/** Messages that matter here have some 30 kB; whatever is larger is none of them. */
const LARGEST = '1mb';

/** Bytes as they came: what was signed is neither inflated nor parsed before it is checked. */
const bytes = raw({ type: () => true, limit: LARGEST, inflate: false });

/**
 * Takes messages of GitHub. Nobody is signed in; what counts is that one of the secrets
 * signed it, which is checked before anything is read from it. It is answered when what it
 * says is written down, so what was not can be sent again.
 */
export function createWebhook(options: {
  desk: HeldDeploymentDesk;
  integrations: ScmIntegrationRegistry;
  secrets: readonly string[];
}): Router {
  const { desk, integrations, secrets } = options;
  const router = PromiseRouter();

  router.post(WEBHOOK_PATH, requireSignature, bytes, async (req, res) => {
    const body: Buffer = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
    if (!isSigned(body, req.get('x-hub-signature-256'), secrets)) {
      throw notSigned();
    }
    const message = readMessage(
      header(req, 'x-github-event'),
      header(req, 'x-github-delivery'),
      parse(body),
      integrations,
    );
    if (message && 'hold' in message) {
      res.json({ outcome: await desk.hold(message.hold) });
    } else if (message) {
      res.json({ outcome: 'ended', ended: await desk.end(message.end) });
    } else {
      res.json({ outcome: 'ignored' });
    }
  });

  return router;
}

/** Whoever has no signature does not get to send a body. */
function requireSignature(req: Request, _res: unknown, next: () => void): void {
  if (!req.get('x-hub-signature-256')) throw notSigned();
  next();
}

function notSigned(): AuthenticationError {
  return new AuthenticationError(
    'X-Hub-Signature-256: expected the signature of this body with a secret of continuity.github.webhookSecrets',
  );
}

function header(req: Request, name: string): string {
  const value = req.get(name);
  if (!value || value.length > 200) {
    throw new InputError(`${name}: expected as GitHub sends it`);
  }
  return value;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new InputError(
      'body: expected JSON; choose the content type application/json for the webhook',
    );
  }
}
