import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageRoutes } from '../../../src/sandbox/page/page-routes.ts';

test('the page may load only what this address serves', async () => {
  const response = await pageRoutes().request('/');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  );
  expect(await response.text()).not.toMatch(/(src|href)="https?:/);
});

test('every style the page names is served', async () => {
  const routes = pageRoutes();
  const html = readFileSync(new URL('../../../src/sandbox/page/static/index.html', import.meta.url), 'utf8');
  const styles = [...html.matchAll(/href="(\/page\/static\/[^"]+)"/g)].map(([, path = '']) => path);
  expect(styles.length).toBeGreaterThan(5);
  for (const path of styles) {
    const response = await routes.request(path);
    expect([path, response.status, response.headers.get('content-type')]).toEqual([
      path,
      200,
      'text/css; charset=utf-8',
    ]);
  }
});

test('nothing outside its folders is served', async () => {
  for (const path of [
    '/page/static/../page-routes.ts',
    '/page/static/%2e%2e/page-routes.ts',
    '/page/static/..%2fpage-routes.ts',
    '/page/browser/%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e/package.json',
  ]) {
    expect([path, (await pageRoutes().request(path)).status]).toEqual([path, 404]);
  }
});
