import net from 'node:net';
import { UserError } from './errors.mjs';

/**
 * @param ports what each port is for, by name
 * @throws UserError that names the first port that something else listens on
 */
export async function requireFreePorts(ports) {
  for (const [name, port] of Object.entries(ports)) {
    if (await taken(port)) {
      throw new UserError(
        `Port ${port}, where the ${name} listens, is taken by another program; stop that program and run this again.`,
      );
    }
  }
}

function taken(port) {
  const tryHost = host =>
    new Promise(resolve => {
      const server = net.createServer();
      server.once('error', error => resolve(error.code === 'EADDRINUSE'));
      server.listen({ port, host, exclusive: true }, () =>
        server.close(() => resolve(false)),
      );
    });
  return Promise.all(['127.0.0.1', '::1'].map(tryHost)).then(results =>
    results.includes(true),
  );
}
