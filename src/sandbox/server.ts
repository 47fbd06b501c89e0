import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Faults } from './faults.ts';
import type { SandboxPlatform } from './platform.ts';
import type { PlatformName } from './world.ts';

export interface SandboxServer {
  port: number;
  /** Resolves when no connection is left; open ones are ended at once. */
  close(): Promise<void>;
}

export interface ServerOptions {
  app: Hono;
  platforms: ReadonlyMap<PlatformName, SandboxPlatform>;
  faults: Faults;
  /** 0: any free port. */
  port: number;
}

const KEEP_ALIVE_MS = 60_000;

/** One HTTP server on 127.0.0.1: requests go to the app, WebSocket upgrades to the platform whose path it is. */
export async function startServer({ app, platforms, faults, port }: ServerOptions): Promise<SandboxServer> {
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    if (isRefused(request, faults)) request.socket.destroy();
    else void listener(request, response);
  });
  // The default of 5 s cuts off a client that is late to notice on a busy machine; real platforms keep them about so long.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    if (isRefused(request, faults)) {
      socket.destroy();
      return;
    }
    for (const platform of platforms.values()) {
      if (platform.upgrade(request, socket, head)) return;
    }
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isRefused(request: IncomingMessage, faults: Faults): boolean {
  const name = /^\/(slack|discord)\//.exec(request.url ?? '')?.[1];
  return name !== undefined && faults.refuses(name as PlatformName);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
