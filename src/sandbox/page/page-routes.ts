import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** From `src/sandbox/page` and from `dist/sandbox/page` alike, three folders up is the project. */
const STATIC = fileURLToPath(new URL('../../../src/sandbox/page/static', import.meta.url));
const BROWSER = fileURLToPath(new URL('../../../dist/sandbox/page/browser', import.meta.url));

/**
 * The page at `/`, its styles below `/page/static`, and its compiled modules below `/page/browser`.
 * The policy lets it load nothing from, and tell nothing to, any other host.
 */
export function pageRoutes(): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'self'"],
      },
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-cache');
  });
  app.get('/', serveStatic({ root: STATIC, path: 'index.html' }));
  app.get(
    '/page/static/*',
    serveStatic({ root: STATIC, rewriteRequestPath: (path) => path.replace(/^\/page\/static/, '') }),
  );
  app.get(
    '/page/browser/*',
    serveStatic({ root: BROWSER, rewriteRequestPath: (path) => path.replace(/^\/page\/browser/, '') }),
  );
  return app;
}
