import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ZodType } from 'zod';
import { z } from 'zod';
import type { Changes } from './changes.ts';
import { ControlError } from './control-error.ts';
import {
  AutocompleteOrder,
  CommandOrder,
  ConnectionsOrder,
  DismissOrder,
  LagOrder,
  LimitsOrder,
  MenuOrder,
  PressOrder,
  ReactOrder,
  RedeliverOrder,
  ReloadOrder,
  SayOrder,
  SeedOrder,
  SubmitOrder,
} from './control-orders.ts';
import { FaultDraft, type Faults, glob } from './faults.ts';
import type { SandboxPlatform } from './platform.ts';
import type { PlatformName } from './world.ts';

export interface ControlOptions {
  platforms: ReadonlyMap<PlatformName, SandboxPlatform>;
  faults: Faults;
  changes: Changes;
  /** Everything back to the fresh sandbox. */
  reset(): void;
  /** Addresses and tokens, as `GET /control` gives them. */
  card(): object;
}

/** The control interface; CONTROL.md documents it. Mounted below `/control`. */
export function controlRoutes({ platforms, faults, changes, reset, card }: ControlOptions): Hono {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.onError((error, c) => {
    if (error instanceof ControlError) return c.json({ error: error.message }, error.status);
    throw error;
  });

  app.get('/', (c) => c.json(card()));
  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const end = changes.subscribe((change) => {
        void stream.writeSSE({ event: 'change', data: JSON.stringify(change) });
      });
      await stream.writeSSE({ event: 'ready', data: '{}' });
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      end();
    }),
  );
  app.post('/reset', (c) => {
    reset();
    return c.json({});
  });

  function platformOf(name: string): SandboxPlatform {
    const platform = platforms.get(name as PlatformName);
    if (platform !== undefined) return platform;
    throw new ControlError(`There is no platform “${name}”; use ${[...platforms.keys()].join(' or ')}.`, 404);
  }
  app.get('/:platform', (c) => c.json(platformOf(c.req.param('platform')).world()));
  app.get('/:platform/calls', (c) => {
    const calls = platformOf(c.req.param('platform')).calls();
    const method = c.req.query('method');
    if (method === undefined) return c.json(calls);
    const pattern = glob(method);
    return c.json(calls.filter((call) => pattern.test(call.method)));
  });
  app.delete('/:platform/calls', (c) => {
    platformOf(c.req.param('platform')).clearCalls();
    return c.json({});
  });
  app.delete('/:platform/messages/:channel/:id', async (c) => {
    const { platform, channel, id } = c.req.param();
    await platformOf(platform).act.remove({ channel, id });
    return c.json({});
  });

  app.get('/:platform/faults', (c) => c.json(faults.list(platformOf(c.req.param('platform')).name)));
  app.post('/:platform/faults', async (c) => {
    const { name } = platformOf(c.req.param('platform'));
    return c.json(faults.add(name, await order(FaultDraft, c.req)));
  });
  app.delete('/:platform/faults', (c) =>
    c.json({ removed: faults.remove(platformOf(c.req.param('platform')).name) }),
  );
  app.delete('/:platform/faults/:id', (c) => {
    const { platform, id } = c.req.param();
    const removed = faults.remove(platformOf(platform).name, id);
    if (removed === 0) throw new ControlError(`There is no fault “${id}”; it may have fired already.`, 404);
    return c.json({ removed });
  });

  /** One POST per order: parsed by its schema, carried out, answered with what it gives (or `{}`). */
  function accept<T>(
    path: string,
    schema: ZodType<T>,
    carryOut: (platform: SandboxPlatform, given: T) => unknown,
  ): void {
    app.post(`/:platform/${path}`, async (c) => {
      const platform = platformOf(c.req.param('platform') as string);
      const result = await carryOut(platform, await order(schema, c.req));
      return c.json((result ?? {}) as object);
    });
  }
  accept('seed', SeedOrder, (platform, given) => platform.seed(given as Parameters<typeof platform.seed>[0]));
  accept('history-lag', LagOrder, (platform, { ms }) => faults.setHistoryLag(platform.name, ms));
  accept('limits', LimitsOrder, (platform, { enforce }) => faults.setLimits(platform.name, enforce));
  accept('connections', ConnectionsOrder, (platform, given) =>
    platform.connections(given as Parameters<typeof platform.connections>[0]),
  );
  accept('redeliver', RedeliverOrder, (platform, { event }) => platform.redeliver(event));
  accept('act/command', CommandOrder, ({ act }, given) =>
    act.command(given as Parameters<typeof act.command>[0]),
  );
  accept('act/autocomplete', AutocompleteOrder, ({ act }, given) =>
    act.autocomplete(given as Parameters<typeof act.autocomplete>[0]),
  );
  accept('act/press', PressOrder, ({ act }, given) => act.press(given as Parameters<typeof act.press>[0]));
  accept('act/menu', MenuOrder, ({ act }, given) => act.menu(given));
  accept('act/submit', SubmitOrder, ({ act }, given) => act.submit(given));
  accept('act/dismiss', DismissOrder, ({ act }, given) => act.dismiss(given));
  accept('act/react', ReactOrder, ({ act }, given) => act.react(given));
  accept('act/unreact', ReactOrder, ({ act }, given) => act.unreact(given));
  accept('act/say', SayOrder, ({ act }, given) => act.say(given as Parameters<typeof act.say>[0]));
  accept('act/reload', ReloadOrder, ({ act }, given) => act.reload(given));
  app.all('*', (c) => c.json({ error: `There is no ${c.req.method} ${c.req.path}; see CONTROL.md.` }, 404));
  return app as unknown as Hono;
}

async function order<T>(schema: ZodType<T>, request: { text(): Promise<string> }): Promise<T> {
  const text = await request.text();
  let body: unknown;
  try {
    body = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new ControlError('The body is not JSON; send one JSON object.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ControlError(`The order does not fit CONTROL.md: ${z.prettifyError(parsed.error)}`);
}
