import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { ChannelHealth } from './channel-health.ts';
import { createMetrics } from './create-metrics.ts';

export interface HealthServer {
  /** The port it listens on. */
  port: number;
  close(): Promise<void>;
}

/**
 * Serves /healthz (the process lives), /readyz (connected and able to post) and /metrics (Prometheus), on 127.0.0.1.
 * @param port 0 for any free one
 * @throws where the port is taken
 */
export async function startHealth(options: {
  port: number;
  isReady: () => boolean;
  channels: () => Promise<readonly ChannelHealth[]>;
}): Promise<HealthServer> {
  const metrics = createMetrics(options);
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', (c) => (options.isReady() ? c.text('ready\n') : c.text('not connected\n', 503)));
  app.get('/metrics', async (c) =>
    c.body(await metrics.read(), 200, { 'content-type': metrics.contentType }),
  );

  const server = await new Promise<ServerType>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, port: options.port, hostname: '127.0.0.1' }, () =>
      resolve(started),
    );
    started.on('error', reject);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : options.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
