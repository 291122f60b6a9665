import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** The way to a server on this machine, that can be taken away. */
export interface Switch {
  url: string;
  /** `down`: refuses; `silent`: takes what is said and says nothing. */
  turn(to: 'through' | 'down' | 'silent'): Promise<void>;
  close(): Promise<void>;
}

export async function startSwitch(port: number): Promise<Switch> {
  let isSilent = false;
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    const all = isSilent ? [socket] : [socket, connect(port, 'localhost')];
    for (const one of all) {
      sockets.add(one);
      one.on('error', () => all.forEach(other => other.destroy()));
      one.on('close', () => sockets.delete(one));
    }
    const [, target] = all;
    if (target) socket.pipe(target).pipe(socket);
  });
  const listen = (at: number) =>
    new Promise<void>(resolve => {
      server.listen(at, '127.0.0.1', resolve);
    });
  const stop = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve());
      sockets.forEach(socket => socket.destroy());
    });
  await listen(0);
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    turn: async to => {
      if (server.listening) await stop();
      isSilent = to === 'silent';
      if (to !== 'down') await listen(own);
    },
    close: async () => {
      if (server.listening) await stop();
    },
  };
}
