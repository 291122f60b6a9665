import { randomBytes } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import Provider from 'oidc-provider';
import { loginPage } from './loginPage.ts';
import type { Person } from './people.ts';

export interface IdentityOptions {
  port: number;
  people: Person[];
  clientId: string;
  clientSecret: string;
  /** Where the portal's auth backend takes the answer. */
  redirectUri: string;
}

const INTERACTION = /^\/interaction\/([\w-]+)$/;

/**
 * Starts an OpenID provider on the loopback address that lets anybody of the list
 * sign in by choosing a name. A real provider, so that the portal's sign-in is the
 * one used in production; without passwords, so never for anything but development.
 */
export async function startIdentity(options: IdentityOptions): Promise<Server> {
  const provider = createProvider(options);
  const callback = provider.callback();
  const server = createServer((request, response) => {
    const interaction = INTERACTION.exec(request.url ?? '');
    const handled = interaction
      ? interact(provider, options.people, request, response)
      : Promise.resolve(callback(request, response));
    handled.catch(error => {
      response.statusCode = 400;
      response.setHeader('content-type', 'text/plain; charset=utf-8');
      response.end(
        `This sign-in cannot go on (${
          error instanceof Error ? error.message : error
        }). Close the window and sign in again from the portal.`,
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  return server;
}

function createProvider(options: IdentityOptions): Provider {
  const byId = new Map(options.people.map(person => [person.id, person]));
  return new Provider(`http://localhost:${options.port}`, {
    clients: [
      {
        client_id: options.clientId,
        client_secret: options.clientSecret,
        redirect_uris: [options.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'preferred_username'],
    },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => false },
    issueRefreshToken: async (_context, client) =>
      client.grantTypeAllowed('refresh_token'),
    interactions: {
      url: (_context, interaction) => `/interaction/${interaction.uid}`,
    },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 600,
      RefreshToken: 86_400,
      Session: 86_400,
    },
    findAccount: async (_context, id) => {
      const person = byId.get(id);
      return (
        person && {
          accountId: id,
          claims: async () => ({
            sub: id,
            name: person.name,
            preferred_username: id,
            email: person.email,
            email_verified: true,
          }),
        }
      );
    },
  });
}

/** Asks for a name, then grants what the portal asked for. */
async function interact(
  provider: Provider,
  people: Person[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  if (details.prompt.name === 'consent') {
    const grant = new provider.Grant({
      accountId: details.session?.accountId,
      clientId: String(details.params.client_id),
    });
    grant.addOIDCScope(String(details.params.scope));
    await provider.interactionFinished(
      request,
      response,
      { consent: { grantId: await grant.save() } },
      { mergeWithLastSubmission: true },
    );
    return;
  }
  if (request.method !== 'POST') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.end(loginPage(`/interaction/${details.uid}`, people));
    return;
  }
  const login = new URLSearchParams(await body(request)).get('login') ?? '';
  if (!people.some(person => person.id === login)) {
    throw new Error(`there is nobody called "${login}"`);
  }
  await provider.interactionFinished(request, response, {
    login: { accountId: login },
  });
}

async function body(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error('the form is too large');
  }
  return text;
}
