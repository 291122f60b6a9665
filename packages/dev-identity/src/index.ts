import { readPeople } from './people.ts';
import { startIdentity } from './server.ts';

const [file] = process.argv.slice(2);
const port = Number(process.env.IDENTITY_PORT ?? 8180);
const clientSecret = process.env.IDENTITY_CLIENT_SECRET;
const redirectUri =
  process.env.IDENTITY_REDIRECT_URI ??
  'http://localhost:7007/api/auth/oidc/handler/frame';
if (!file || !clientSecret) {
  throw new Error(
    'usage: IDENTITY_CLIENT_SECRET=... node index.ts <file with User entities>',
  );
}

startIdentity({
  port,
  people: readPeople(file),
  clientId: 'backstage',
  clientSecret,
  redirectUri,
}).then(
  () => {
    process.stdout.write(`identity provider on http://localhost:${port}\n`);
  },
  error => {
    process.stderr.write(`the identity provider cannot start: ${error}\n`);
    process.exitCode = 1;
  },
);
