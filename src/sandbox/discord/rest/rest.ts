import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { CallLog } from '../../call-log.ts';
import { withFault } from '../../with-fault.ts';
import type { Discord } from '../discord.ts';
import { sandboxToken } from '../fresh-world.ts';
import { Refusal, refusal } from '../refusal.ts';
import { applicationRoutes } from './application-routes.ts';
import { callbackRoute } from './callback-route.ts';
import { commandRoutes } from './command-routes.ts';
import { guildRoutes } from './guild-routes.ts';
import type { InvalidRequests } from './invalid-requests.ts';
import { messageReads } from './message-reads.ts';
import { messageWrites } from './message-writes.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { reactionWrites } from './reaction-writes.ts';
import { readRequest } from './read-request.ts';
import { bannedResponse, refusalResponse, tooManyResponse } from './rest-responses.ts';
import type { RestRequest, RestRoute } from './rest-route.ts';
import { threadChanges } from './thread-changes.ts';
import { threadOpenings } from './thread-openings.ts';
import { webhookRoutes } from './webhook-routes.ts';

export interface RestOptions {
  discord: Discord;
  calls: CallLog;
  limiter: RateLimiter;
  invalid: InvalidRequests;
}

const routes: RestRoute[] = [
  ...applicationRoutes,
  ...commandRoutes,
  ...guildRoutes,
  ...messageReads,
  ...messageWrites,
  ...reactionWrites,
  ...threadOpenings,
  ...threadChanges,
  callbackRoute,
  ...webhookRoutes,
];

type RestContext = Context<{ Bindings: HttpBindings }>;

/** REST v10 below `/api/v10`, and the files that were uploaded below `/cdn`. */
export function createRest(options: RestOptions): Hono {
  const { discord } = options;
  const app = new Hono<{ Bindings: HttpBindings }>();
  for (const route of routes) {
    app.on(route.method, `/api/v10${route.path}`, (c) => answer(options, route, c));
  }
  app.get('/cdn/attachments/:channel/:file/:name', (c) => {
    const file = discord.state.files.get(c.req.param('file'));
    if (file === undefined) return c.notFound();
    return new Response(new Uint8Array(Buffer.from(file.base64, 'base64')), {
      // Served beside the page: an uploaded document must not run as a part of it.
      headers: {
        'Content-Type': file.type,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    });
  });
  app.all('*', (c) => {
    const isOldVersion = /\/api\/v\d+\//.test(c.req.path) && !c.req.path.includes('/api/v10/');
    const no = isOldVersion ? refusal(50_041) : new Refusal(404, 0, '404: Not Found');
    record(
      options,
      c,
      { method: `${c.req.method} ${c.req.path}`, body: null, fault: null, at: discord.base.clock() },
      no,
    );
    return refusalResponse(no);
  });
  return app as unknown as Hono;
}

async function answer(options: RestOptions, route: RestRoute, c: RestContext): Promise<Response> {
  const { discord } = options;
  const call: CallNote = {
    method: `${route.method} ${route.path.replace(/:\w+/g, ':id')}`,
    body: null,
    fault: null,
    at: discord.base.clock(),
  };
  let outcome: Refusal | number = 0;
  let request: RestRequest & { text: string };
  try {
    request = await readRequest(c.req);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    record(options, c, call, error);
    return refusalResponse(error);
  }
  call.body = request.body ?? null;
  const fault = discord.base.faults.take('discord', {
    method: call.method,
    channel: channelOf(discord, request),
    body: request.text,
  });
  call.fault = fault?.kind ?? null;
  function refuse(no: Refusal, headers: Record<string, string> = {}): Response {
    outcome = no;
    return refusalResponse(no, headers);
  }
  const response = await withFault(fault, {
    socket: c.env.incoming.socket,
    run() {
      const [given, response] = carryOut(options, route, request, call.method, c.req.header('authorization'));
      outcome = given;
      return response;
    },
    tooMany(retryAfter) {
      outcome = new Refusal(429, 0, 'You are being rate limited.');
      return tooManyResponse(retryAfter, retryAfter ?? 1, false, {});
    },
    serverError: (status) => refuse(new Refusal(status, 0, `${status}: Internal Server Error`)),
    refused: (status) => refuse(refusal(Number(status) || 0)),
  });
  const isDropped =
    fault?.kind === 'drop-before' || fault?.kind === 'drop-after' || fault?.kind === 'reset-after';
  record(options, c, call, isDropped ? 0 : outcome);
  return response;
}

/** Token, limits, then the route itself. Gives the status or refusal beside the response. */
function carryOut(
  { discord, limiter, invalid }: RestOptions,
  route: RestRoute,
  request: RestRequest,
  label: string,
  authorization: string | undefined,
): [number | Refusal, Response] {
  const now = discord.base.clock();
  let headers: Record<string, string> = {};
  try {
    if (invalid.isBanned(now)) return [new Refusal(429, 0, 'banned'), bannedResponse()];
    if (route.isOpen !== true && authorization !== `Bot ${sandboxToken}`) throw refusal(401);
    const verdict = limiter.take(label, majorOf(request), now, route.isOpen !== true);
    headers = verdict.headers;
    if (verdict.refused !== null) {
      const { retryAfterMs, isGlobal } = verdict.refused;
      const seconds = retryAfterMs / 1000;
      const no = new Refusal(429, 0, 'You are being rate limited.');
      return [no, tooManyResponse(Math.ceil(seconds), seconds, isGlobal, headers)];
    }
    const { status, body } = route.handle(discord, request);
    // A 204 with a content type makes the client parse nothing as JSON.
    if (body === undefined) return [status, new Response(null, { status, headers })];
    return [status, Response.json(body, { status, headers })];
  } catch (error) {
    if (error instanceof Refusal) return [error, refusalResponse(error, headers)];
    throw error;
  }
}

function majorOf({ params }: RestRequest): string {
  return params.channel ?? params.guild ?? params.token ?? params.interaction ?? '';
}

function channelOf({ interactions }: Discord, { params }: RestRequest): string | null {
  if (params.channel !== undefined) return params.channel;
  return params.token === undefined ? null : (interactions.byToken(params.token)?.channel ?? null);
}

interface CallNote {
  method: string;
  body: unknown;
  fault: string | null;
  at: number;
}

function record(
  { discord, calls, invalid }: RestOptions,
  c: RestContext,
  call: CallNote,
  outcome: Refusal | number,
): void {
  const status = typeof outcome === 'number' ? outcome : outcome.status;
  invalid.count(status, discord.base.clock());
  calls.add({
    ...call,
    path: `${c.req.path}${new URL(c.req.url).search}`,
    status,
    error: typeof outcome === 'number' ? null : outcome.code,
  });
}
