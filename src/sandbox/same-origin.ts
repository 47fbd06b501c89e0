import type { MiddlewareHandler } from 'hono';

/**
 * Lets only this machine's own programs and the sandbox's own page in: a web page of another origin could otherwise
 * act through a browser (cross-site requests, DNS rebinding), although the server listens on loopback only.
 */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? '';
  const origin = c.req.header('origin');
  const isLoopback = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
  if (!isLoopback || (origin !== undefined && origin !== `http://${host}`)) {
    return c.json({ error: 'Only programs on this machine and the page of the sandbox may ask here.' }, 403);
  }
  return next();
};
