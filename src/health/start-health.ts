import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { ChannelHealth } from './channel-health.ts';
import { createMetrics } from './create-metrics.ts';
import { createReadiness, type ReadinessOptions } from './create-readiness.ts';

export interface HealthServer {
  /** The port it listens on. */
  port: number;
  close(): Promise<void>;
}

/**
 * Serves /healthz (the process lives), /readyz (connected, and its ledger answers; else 503 and a line for each
 * reason) and /metrics (Prometheus), on 127.0.0.1.
 * @param port 0 for any free one
 * @throws where the port is taken
 */
export async function startHealth(
  options: ReadinessOptions & {
    port: number;
    channels: () => Promise<readonly ChannelHealth[]>;
  },
): Promise<HealthServer> {
  const readiness = createReadiness(options);
  const metrics = createMetrics({ channels: options.channels, readiness });
  const app = new Hono();
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    const { isConnected, ledger } = await readiness();
    if (isConnected && ledger === null) return c.text('ready\n');
    const reasons = [...(isConnected ? [] : ['not connected']), ...(ledger === null ? [] : [ledger])];
    return c.text(`${reasons.join('\n')}\n`, 503);
  });
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
