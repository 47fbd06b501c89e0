import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Fault } from './faults.ts';

/** How one request is carried out, and how its platform words a refusal. */
export interface FaultyRequest {
  socket: Socket;
  /** Carries the request out: stores what is to be stored. */
  run(): Response | Promise<Response>;
  tooMany(retryAfterSeconds: number | null): Response;
  serverError(status: number): Response;
  refused(status: number | string): Response;
}

/** Answers a request as its fault says; without one, simply runs it. */
export async function withFault(fault: Fault | null, request: FaultyRequest): Promise<Response> {
  if (fault === null) return request.run();
  const status = typeof fault.status === 'number' ? fault.status : 500;
  const waitMs = fault.afterMs ?? 0;
  switch (fault.kind) {
    case 'drop-before':
    case 'refuse':
      return drop(request.socket);
    case 'drop-after':
      await request.run();
      return drop(request.socket);
    case 'reset-after':
      await request.run();
      request.socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    case 'stall':
      return stalled(await request.run(), waitMs);
    case 'slow': {
      const response = await request.run();
      await sleep(waitMs);
      return response;
    }
    case 'slow-before':
      await sleep(waitMs);
      return request.run();
    case '429':
      return request.tooMany(fault.retryAfter);
    case '500-before':
      return request.serverError(status);
    case '500-after':
      await request.run();
      return request.serverError(status);
    case 'error':
      return request.refused(fault.status ?? 'internal_error');
  }
}

/** Status and headers at once, the body only after `waitMs`. */
async function stalled(response: Response, waitMs: number): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = new ReadableStream({
    async start(controller) {
      await sleep(waitMs);
      controller.enqueue(bytes);
      controller.close();
    },
  });
  return new Response(body, { status: response.status, headers: response.headers });
}

function drop(socket: Socket): Response {
  socket.destroy();
  return RESPONSE_ALREADY_SENT;
}
