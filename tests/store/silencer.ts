import net from 'node:net';

/** A way to a PostgreSQL whose open connections can fall silent, as when a host is gone without a word. */
export interface Silencer {
  databaseUrl: string;
  /** Connections that are open by now carry nothing any more; new ones do. */
  silence(): void;
  close(): Promise<void>;
}

/** @param address of a database behind a Unix socket */
export async function startSilencer(address: string): Promise<Silencer> {
  const [, name = '', folder = ''] = /@\/(\w+)\?host=(.*)$/.exec(address) ?? [];
  const silent = new Set<net.Socket>();
  const open = new Set<net.Socket>();
  const server = net.createServer((near) => {
    const far = net.connect(`${decodeURIComponent(folder)}/.s.PGSQL.5432`);
    open.add(near);
    near.on('data', (data) => silent.has(near) || far.write(data));
    far.on('data', (data) => silent.has(near) || near.write(data));
    for (const socket of [near, far]) socket.on('error', () => {});
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    databaseUrl: `postgresql://sowhat@127.0.0.1:${port}/${name}`,
    silence: () => {
      for (const socket of open) silent.add(socket);
    },
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
