import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = candidates.find((path) => existsSync(path));

/** False where there is no Chrome or Chromium: the tests are left out then, but a CI run must not lack one. */
export const hasBrowser = executablePath !== undefined || process.env.CI === 'true';

if (!hasBrowser) console.warn(`Left out: browser tests need one of ${candidates.join(', ')}.`);

/** Starts the browser. Rejects, with what to install, where there is none. */
export function startBrowser(): Promise<Browser> {
  if (executablePath === undefined)
    throw new Error('Browser tests need Debian’s chromium: apt-get install chromium');
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-dev-shm-usage',
  ];
  return chromium.launch({ executablePath, args });
}

export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 860 } };

/** A Korean reader's page. `problems` gathers what a person would see in the console, foreign requests among it. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = desktop,
): Promise<{ page: Page; problems: string[] }> {
  const context = await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul', ...options });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') problems.push(`a request to ${hostname}`);
  });
  await page.goto(address);
  return { page, problems };
}

/** How far the page could be scrolled sideways, in pixels. */
export function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}
