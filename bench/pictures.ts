import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';

/** Makes the README's pictures from the running program: a desktop and a phone side by side, as a Korean reader. */
const places = [
  { name: 'slack', hash: 'slack/C0SANDBOXKO' },
  { name: 'discord', hash: 'discord/100000000000000101' },
];
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 844 } };
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};

async function photograph(browser: Browser, address: string, device: BrowserContextOptions): Promise<string> {
  const context = await browser.newContext({ locale: 'ko-KR', timezoneId: 'Asia/Seoul', ...device });
  const page = await context.newPage();
  await page.goto(address);
  const digest = page.locator('main .message', { hasText: /건 중 \d+건/ }).first();
  await digest.waitFor();
  if (device.isMobile !== true) {
    await digest.hover();
    await digest.getByRole('button', { name: '🇺🇸 반응 남기기' }).click();
    await page.getByRole('button', { name: /(댓글|메시지) 6개/ }).click();
    await page
      .locator('aside.thread')
      .getByText(/5 of \d+/)
      .last()
      .waitFor();
    await page
      .locator('aside.thread')
      .getByText(/5 of \d+/)
      .last()
      .scrollIntoViewIfNeeded();
  }
  await digest
    .getByText(/건 중 \d+건/)
    .first()
    .scrollIntoViewIfNeeded();
  const picture = await page.screenshot();
  await context.close();
  return `data:image/png;base64,${picture.toString('base64')}`;
}

async function sideBySide(browser: Browser, pictures: string[], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280 + 390 + 72, height: 844 + 48 } });
  const frames = pictures.map((picture) => `<img src="${picture}" alt="">`).join('');
  const style =
    'body{margin:0;padding:24px;display:flex;gap:24px;background:#e9eaee}img{display:block;border-radius:14px;box-shadow:0 2px 14px #0003}';
  await page.setContent(`<style>${style}</style>${frames}`);
  await page.screenshot({ path: file });
  await page.close();
}

const data = mkdtempSync(path.join(tmpdir(), 'sowhat-pictures-'));
const bot = spawn(process.execPath, ['bin/sowhat.js', 'start', '--port', '0', '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
let address: string | undefined;
for await (const line of createInterface({ input: bot.stdout })) {
  address = /Open (http:\S+)/.exec(line)?.[1];
  if (address !== undefined) break;
}
const executablePath = '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  if (address === undefined) throw new Error('The bot ended before it gave the address of its page.');
  mkdirSync('docs', { recursive: true });
  for (const { name, hash } of places) {
    const onDesktop = await photograph(browser, `${address}#${hash}`, desktop);
    const onPhone = await photograph(browser, `${address}#${hash}`, phone);
    await sideBySide(browser, [onDesktop, onPhone], path.join('docs', `${name}.png`));
  }
} finally {
  await browser.close();
  bot.kill();
  bot.once('exit', () => rmSync(data, { recursive: true, force: true }));
}
