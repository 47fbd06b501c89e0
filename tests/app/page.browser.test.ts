import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { desktop, hasBrowser, openPage, phone, sidewaysOf, startBrowser } from '../sandbox/page/open-page.ts';
import { type Bot, control, discordKo, quickSandbox, slackKo, startBot, world } from './start-bot.ts';

let browser: Browser;
let bot: Bot;

beforeAll(async () => {
  if (!hasBrowser) return;
  browser = await startBrowser();
  bot = await startBot({ sandbox: await quickSandbox(), postAtStart: true });
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  // A modal stays open for its person, whatever page shows it.
  for (const { platform } of platforms)
    for (const { id, person } of (await world(bot.sandbox, platform)).modals.reverse())
      await control(bot.sandbox, `${platform}/act/dismiss`, { person, modal: id });
});
afterAll(async () => {
  await browser?.close();
  await bot?.stop();
  await bot?.sandbox.close();
});

/** The edition's own message in the channel. */
function digestIn(page: Page) {
  return page.locator('main .message', { hasText: /건 중 5건/ }).first();
}

async function type(page: Page, words: string): Promise<void> {
  const box = page.locator('main .composer-text');
  await box.fill(words);
  await box.press('Enter');
}

const platforms = [
  { platform: 'slack', channel: slackKo, asKorean: '김서연', english: 'U0EMMA', thread: /댓글 5개/ },
  {
    platform: 'discord',
    channel: discordKo,
    asKorean: 'Minji',
    english: '100000000000000203',
    thread: /메시지 5개/,
  },
] as const;

describe.skipIf(!hasBrowser)('the bot in the page', () => {
  for (const { platform, channel, asKorean, english, thread } of platforms) {
    test(`the digest is read, with its stories in the thread, on ${platform}`, async () => {
      const { page, problems } = await openPage(browser, `${bot.sandbox.page}#${platform}/${channel}`);
      const digest = digestIn(page);
      await digest.waitFor();
      expect(await digest.innerText()).toMatch(/7월 3일 · \d+건 중 5건/);
      expect((await digest.innerText()).match(/^→ \p{Script=Hangul}/gmu)).toHaveLength(5);
      expect(await digest.getByRole('link').count()).toBe(5);
      await page.getByRole('button', { name: thread }).click();
      const stories = page.locator('aside.thread .message');
      await stories.filter({ hasText: 'Cobaltine' }).last().waitFor();
      expect(problems).toEqual([]);
    });

    test(`/brief 증류 is answered to ${asKorean} alone on ${platform}, and shared with the channel`, async () => {
      const { page, problems } = await openPage(browser, `${bot.sandbox.page}#${platform}/${channel}`);
      await digestIn(page).waitFor();
      await type(page, '/brief 증류');
      const answer = page.locator('main .message', { hasText: '나에게만 보' });
      await answer
        .getByText(/Cobaltine/)
        .first()
        .waitFor();
      await answer.getByRole('button', { name: '채널에 공유', exact: true }).click();
      const shared = page.locator('main .message', { hasText: asKorean }).filter({ hasText: 'Cobaltine' });
      await shared.filter({ hasNotText: '나에게만 보' }).first().waitFor();
      await answer.getByText('✓ 채널에 공유합니다.').first().waitFor();
      expect(problems).toEqual([]);
    });

    test(`🇺🇸 on the digest brings it in English into the thread on ${platform}`, async () => {
      const { page, problems } = await openPage(browser, `${bot.sandbox.page}#${platform}/${channel}`);
      const digest = digestIn(page);
      await digest.hover();
      await digest.getByRole('button', { name: '🇺🇸 반응 남기기' }).click();
      await page.getByRole('button', { name: `${asKorean} 님이 🇺🇸 반응` }).waitFor();
      await page.getByRole('button', { name: /(댓글|메시지) 6개/ }).click();
      await page
        .locator('aside.thread')
        .getByText(/5 of \d+/)
        .first()
        .waitFor();
      expect(problems).toEqual([]);
    });

    test(`a button shows the remaining headlines to the presser on ${platform}`, async () => {
      const { page, problems } = await openPage(browser, `${bot.sandbox.page}#${platform}/${channel}`);
      const more = digestIn(page).getByRole('button', { name: /나머지 \d+건/ });
      const count = Number(/\d+/.exec(await more.innerText())?.[0]);
      await more.click();
      const rest =
        platform === 'slack'
          ? page.getByRole('dialog')
          : page.locator('main .message', { hasText: '나에게만 보' }).last();
      // A headline without an address is no link; an older answer, which shows until this one comes, has fewer.
      await expect.poll(() => rest.getByRole('link').count(), { timeout: 10_000 }).toBeGreaterThan(count / 2);
      expect(problems).toEqual([]);
    });

    test(`/brief distillation is answered in English to an English reader on ${platform}`, async () => {
      const { page, problems } = await openPage(browser, `${bot.sandbox.page}#${platform}/${channel}`, {
        ...desktop,
        locale: 'en-US',
      });
      await digestIn(page).waitFor();
      await page.locator('main').getByRole('combobox', { name: 'Acting as' }).selectOption(english);
      await type(page, '/brief distillation');
      const answer = page.locator('main .message', { hasText: 'Only visible to you' });
      await answer
        .getByText(/Cobaltine/)
        .first()
        .waitFor();
      await answer.getByRole('button', { name: 'Share with channel' }).waitFor();
      expect(problems).toEqual([]);
    });

    test(`a message’s menu opens what managers can do on a phone on ${platform}`, async () => {
      const { page, problems } = await openPage(browser, `${bot.sandbox.page}#${platform}/${channel}`, phone);
      const digest = digestIn(page);
      await digest.waitFor();
      await digest.locator('.actions-more').click();
      const entries = digest.getByRole('menuitem');
      expect(await entries.count()).toBe(2);
      await entries.filter({ hasText: '삭제·정정' }).click();
      await page.getByText('어느 소식인가요?').last().waitFor();
      const menu =
        platform === 'slack'
          ? page.getByRole('dialog').getByRole('combobox')
          : page.locator('main .message').last().getByRole('combobox');
      const box = await menu.boundingBox();
      expect(box === null ? 0 : box.x + box.width).toBeLessThanOrEqual(390);
      await menu.selectOption('1');
      await page.getByRole('button', { name: '고친 글 보이기' }).last().waitFor();
      expect(await sidewaysOf(page)).toBe(0);
      expect(problems).toEqual([]);
    });

    test(`a problem is reported from a message’s menu, by a form, on ${platform}`, async () => {
      const { page, problems } = await openPage(browser, `${bot.sandbox.page}#${platform}/${channel}`);
      const digest = digestIn(page);
      await digest.waitFor();
      await digest.hover();
      await digest.locator('.tool-more').click();
      await digest.getByRole('menuitem', { name: /문제 신고/ }).click();
      const form = page.getByRole('dialog');
      await form.getByRole('textbox').fill('금액이 원문과 다릅니다');
      await form.getByRole('button', { name: platform === 'slack' ? '보내기' : '제출' }).click();
      await page.getByText('봇을 운영하는 분께 전했습니다').last().waitFor();
      expect(problems).toEqual([]);
    });

    test(`nothing has to be scrolled sideways on a phone on ${platform}`, async () => {
      const { page, problems } = await openPage(browser, `${bot.sandbox.page}#${platform}/${channel}`, phone);
      await digestIn(page).waitFor();
      expect(await sidewaysOf(page)).toBe(0);
      expect(problems).toEqual([]);
    });
  }
});
