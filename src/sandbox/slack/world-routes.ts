import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import type { CallLog } from '../call-log.ts';
import { withFault } from '../with-fault.ts';
import type { SlackContext } from './context.ts';
import { loggedArgs, readArgs } from './read-args.ts';
import { respond } from './respond.ts';
import { SlackError } from './slack-error.ts';

/** What Slack serves beside the Web API: response URLs, file uploads and downloads, permalinks. */
export function worldRoutes(context: SlackContext, calls: CallLog): Hono {
  const { base, files, interactions } = context;
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.post('/response/:token', async (c) => {
    const args = (await readArgs(c.req.raw)) ?? {};
    const body = loggedArgs(args);
    const fault = base.faults.take('slack', {
      method: 'response_url',
      channel: null,
      body: JSON.stringify(body),
    });
    function answer(status: number, error: string | null): Response {
      const call = { at: base.clock(), method: 'response_url', path: c.req.path, body };
      calls.add({ ...call, status, error, fault: fault?.kind ?? null });
      return error === null
        ? new Response('ok', { status })
        : Response.json({ ok: false, error }, { status });
    }
    return withFault(fault, {
      socket: c.env.incoming.socket,
      run() {
        try {
          respond(context, interactions.useResponse(c.req.param('token')), args);
          return answer(200, null);
        } catch (error) {
          if (!(error instanceof SlackError)) throw error;
          const isSpent = error.code === 'used_url' || error.code === 'expired_url';
          return answer(isSpent ? 404 : 400, error.code);
        }
      },
      tooMany: () => answer(429, 'ratelimited'),
      serverError: (status) => answer(status, 'internal_error'),
      refused: (status) => answer(400, String(status)),
    });
  });

  app.post('/upload/:id', async (c) => {
    const file = files.get(c.req.param('id'));
    if (file === undefined) return c.text('No such upload', 404);
    const bytes = await uploadedBytes(c.req.raw);
    if (bytes.length !== file.length)
      return c.text(`Expected ${file.length} bytes, got ${bytes.length}`, 400);
    files.put({ ...file, bytes: bytes.toString('base64') });
    return c.text(`OK - ${bytes.length}`);
  });

  app.get('/files/:id/:name', (c) => {
    const file = files.get(c.req.param('id'));
    if (file?.bytes === null || file === undefined) return c.text('No such file', 404);
    return c.body(Buffer.from(file.bytes, 'base64'), 200, {
      'content-type': file.mimetype,
      'content-disposition': file.mimetype.startsWith('image/') ? 'inline' : 'attachment',
      'x-content-type-options': 'nosniff',
    });
  });

  app.get('/archives/:channel/:message', (c) => {
    const ts = c.req.param('message').replace(/^p(\d+)(\d{6})$/, '$1.$2');
    const thread = c.req.query('thread_ts');
    const channel = c.req.param('channel');
    return c.redirect(`/#slack/${channel}/${thread ?? ts}`);
  });
  return app as unknown as Hono;
}

/** A raw body, or the first file of a form (the SDK sends a form). */
async function uploadedBytes(request: Request): Promise<Buffer> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('multipart/form-data')) return Buffer.from(await request.arrayBuffer());
  for (const value of (await request.formData()).values()) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}
