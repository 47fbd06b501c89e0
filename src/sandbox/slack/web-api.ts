import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { CallLog } from '../call-log.ts';
import { withFault } from '../with-fault.ts';
import { requireScope } from './access.ts';
import type { Args } from './args.ts';
import type { SlackContext } from './context.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';
import { allMethods } from './methods/all-methods.ts';
import type { Method } from './methods/method.ts';
import { createRateLimits } from './rate-limits.ts';
import { loggedArgs, readArgs } from './read-args.ts';
import { SlackError } from './slack-error.ts';

interface Answer {
  status: number;
  body: Record<string, unknown>;
  retryAfter?: number | null;
}

/** `/api/:method`: the Web API, with faults, rate limits, tokens and scopes. */
export function webApi(context: SlackContext, calls: CallLog): Hono {
  const { base, workspace } = context;
  const limits = createRateLimits();

  function run(name: string, method: Method | undefined, args: Args, token: string | null): Answer {
    try {
      if (method === undefined) throw new SlackError('unknown_method', { req_method: name });
      if (base.faults.enforcesLimits('slack')) {
        const channel = typeof args.channel === 'string' ? args.channel : null;
        const waitMs = limits.take(name, method.tier, channel, base.clock());
        if (waitMs > 0) return rateLimited(Math.max(1, Math.ceil(waitMs / 1000)));
      }
      checkToken(method, token);
      if (method.token !== 'app') requireScope(context, ...method.scopes);
      return { status: 200, body: { ok: true, ...method.run(context, args) } };
    } catch (error) {
      if (error instanceof SlackError) {
        return { status: 200, body: { ok: false, error: error.code, ...error.extra } };
      }
      throw error;
    }
  }

  async function handle(c: Context<{ Bindings: HttpBindings }>): Promise<Response> {
    const name = c.req.param('method') ?? '';
    const read = await readArgs(c.req.raw);
    const args = read ?? {};
    const token = tokenOf(c.req.header('authorization'), args);
    const body = loggedArgs(args);
    const channel = typeof args.channel === 'string' ? args.channel : null;
    const fault = base.faults.take('slack', { method: name, channel, body: JSON.stringify(body) });
    const call = { at: base.clock(), method: name, path: c.req.path, body, fault: fault?.kind ?? null };
    const method = allMethods.get(name);

    function answer({ status, body: sent, retryAfter }: Answer): Response {
      calls.add({ ...call, status, error: typeof sent.error === 'string' ? sent.error : null });
      const scopes = token === fresh.appToken ? 'connections:write' : workspace.scopes().join(',');
      return new Response(JSON.stringify(sent), {
        status,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'x-oauth-scopes': scopes,
          'x-accepted-oauth-scopes': (method?.scopes ?? []).join(','),
          'x-slack-req-id': crypto.randomUUID(),
          ...(retryAfter === undefined || retryAfter === null ? {} : { 'retry-after': String(retryAfter) }),
        },
      });
    }
    return withFault(fault, {
      socket: c.env.incoming.socket,
      run: () =>
        answer(
          read === null
            ? { status: 200, body: { ok: false, error: 'invalid_json' } }
            : run(name, method, args, token),
        ),
      tooMany: (retryAfter) => answer(rateLimited(retryAfter)),
      serverError: (status) => answer({ status, body: { ok: false, error: 'internal_error' } }),
      refused: (status) => answer({ status: 200, body: { ok: false, error: String(status) } }),
    });
  }

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post('/api/:method', handle);
  app.get('/api/:method', handle);
  return app as unknown as Hono;
}

function rateLimited(retryAfter: number | null): Answer {
  return { status: 429, body: { ok: false, error: 'ratelimited' }, retryAfter };
}

function tokenOf(authorization: string | undefined, args: Args): string | null {
  const bearer = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  if (bearer !== undefined) return bearer;
  return typeof args.token === 'string' && args.token !== '' ? args.token : null;
}

function checkToken(method: Method, token: string | null): void {
  if (method.token === 'none') return;
  if (token === null) throw new SlackError('not_authed');
  if (token !== fresh.botToken && token !== fresh.appToken) throw new SlackError('invalid_auth');
  if (method.token === 'any') return;
  const wanted = method.token === 'app' ? fresh.appToken : fresh.botToken;
  if (token !== wanted) throw new SlackError('not_allowed_token_type');
}
