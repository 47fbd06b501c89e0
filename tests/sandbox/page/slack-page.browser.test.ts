import type { App } from '@slack/bolt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { emma, ko, order, seoyeon, startBot, startOne } from '../slack/slack-bot.ts';
import { hasBrowser, openPage, phone, sidewaysOf, startBrowser } from './open-page.ts';

let browser: Browser;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  if (hasBrowser) browser = await startBrowser();
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  for (const end of ends.splice(0)) await end();
});
afterAll(() => browser?.close());

async function bot(listen: (app: App) => void): Promise<{ sandbox: Sandbox; app: App }> {
  const started = await startBot(listen);
  ends.push(started.stop);
  return started;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text, verbatim: true });

function digest(): object[] {
  return [
    { type: 'header', text: plain('2월 21–23일 · 75건 중 1건') },
    {
      type: 'section',
      text: mrkdwn(
        '*한빛마트가 쇼핑 에이전트를 공개했다*\n→ <script>alert(1)</script> <javascript:alert(1)|누르지 마세요>',
      ),
    },
    { type: 'actions', elements: [{ type: 'button', action_id: 'show-en', text: plain('English') }] },
  ];
}

function message(page: Page, text: string) {
  return page.locator('main .message', { hasText: text });
}

describe.skipIf(!hasBrowser)('Slack in the page', () => {
  test('shows what a bot posts at once, harmless, and in the thread pane what belongs there', async () => {
    const { sandbox, app } = await bot(() => undefined);
    const { page, problems } = await openPage(browser, `${sandbox.page}#slack/${ko}`);
    await page.getByText('아직 아무 글도 없습니다.').waitFor();
    const posted = await app.client.chat.postMessage({
      channel: ko,
      text: 'digest',
      blocks: digest() as never,
    });
    await page.getByRole('heading', { name: '2월 21–23일 · 75건 중 1건' }).waitFor();
    expect(await message(page, '한빛마트').locator('script, a[href^="javascript"]').count()).toBe(0);
    await page.getByText('<javascript:alert(1)|누르지 마세요>').waitFor();

    await app.client.chat.postMessage({ channel: ko, text: '자세한 내용', thread_ts: posted.ts as string });
    await page.getByRole('button', { name: /댓글 1개/ }).click();
    await page.locator('aside.thread').getByText('자세한 내용').waitFor();
    expect(new URL(page.url()).hash).toBe(`#slack/${ko}/${posted.ts}`);

    await page.reload();
    await page.locator('aside.thread').getByText('자세한 내용').waitFor();
    expect(problems).toEqual([]);
  });

  test('a reader scrolled up, or typing, is not disturbed by what arrives', async () => {
    const { sandbox, app } = await bot(() => undefined);
    for (let at = 0; at < 12; at += 1)
      await app.client.chat.postMessage({ channel: ko, text: `글 ${at}\n\n\n\n\n\n.` });
    const { page } = await openPage(browser, `${sandbox.page}#slack/${ko}`);
    await page.getByText('글 11').waitFor();
    const list = page.locator('main .messages');
    expect(
      await list.evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight),
    ).toBeLessThan(3);
    await list.evaluate((node) => node.scrollTo(0, 120));
    await page.getByRole('combobox', { name: '#마케팅-브리핑에 메시지 보내기' }).fill('반쯤 쓴 글');
    await app.client.chat.postMessage({ channel: ko, text: '새 글' });
    await page.getByText('새 글').waitFor({ state: 'attached' });
    expect(await list.evaluate((node) => node.scrollTop)).toBe(120);
    const box = page.locator('main .composer-text');
    expect(await box.inputValue()).toBe('반쯤 쓴 글');
    expect(await box.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true);
  });

  test('a flag can be given and taken back', async () => {
    const { sandbox, app } = await bot(() => undefined);
    await app.client.chat.postMessage({ channel: ko, text: '국기를 달아 보세요' });
    const { page } = await openPage(browser, `${sandbox.page}#slack/${ko}`);
    await message(page, '국기').hover();
    await page.getByRole('button', { name: '🇺🇸 반응 남기기' }).click();
    const pill = page.getByRole('button', { name: '김서연 님이 🇺🇸 반응' });
    await pill.waitFor();
    const reactions = async () => (await order<World>(sandbox, 'GET', 'slack')).messages[0]?.reactions;
    expect(await reactions()).toEqual([{ emoji: 'us', people: [seoyeon] }]);
    await pill.click();
    await pill.waitFor({ state: 'detached' });
    expect(await reactions()).toEqual([]);
    await page.getByRole('button', { name: '반응 추가' }).first().click();
    await page.locator('.picker').getByRole('button', { name: '🇦🇺 반응 남기기' }).click();
    await page.getByRole('button', { name: '김서연 님이 🇦🇺 반응' }).waitFor();
    expect(await reactions()).toEqual([{ emoji: 'flag-au', people: [seoyeon] }]);
  });

  test('a command is answered to the asker alone, in a modal too; what the bot complains about stands at its field', async () => {
    const { sandbox } = await bot((app) => {
      app.command('/brief', async ({ command, ack, respond }) => {
        await ack();
        const button = { type: 'button', action_id: 'open', text: plain('설정') };
        await respond({
          text: 'x',
          blocks: [
            { type: 'section', text: mrkdwn(`*${command.text}* 브리핑`) },
            { type: 'actions', elements: [button] },
          ] as never,
        });
      });
      app.action('open', async ({ ack, body, client }) => {
        await ack();
        const input = {
          type: 'input',
          block_id: 'topic',
          label: plain('주제'),
          element: { type: 'plain_text_input', action_id: 'words' },
        };
        const view = {
          type: 'modal',
          callback_id: 'setup',
          title: plain('채널 설정'),
          submit: plain('저장'),
          blocks: [input],
        };
        await client.views.open({
          trigger_id: (body as { trigger_id: string }).trigger_id,
          view: view as never,
        });
      });
      app.view('setup', async ({ ack, view }) => {
        const words = view.state.values.topic?.words?.value;
        if (words === '증류') await ack();
        else await ack({ response_action: 'errors', errors: { topic: '그런 주제는 없습니다.' } });
      });
    });
    const { page, problems } = await openPage(browser, `${sandbox.page}#slack/${ko}`);
    const box = page.locator('main .composer-text');
    // Typed by hand: suggestions come at the first key, and must not take the focus.
    await box.click();
    await page.keyboard.type('/br');
    expect(await box.inputValue()).toBe('/br');
    await page.getByRole('option', { name: /\/brief/ }).click();
    expect(await box.inputValue()).toBe('/brief ');
    await box.press('End');
    await box.pressSequentially('증류');
    await box.press('Enter');
    const answer = message(page, '증류 브리핑');
    await answer.waitFor();
    await answer.getByText('나에게만 보임').waitFor();
    expect(await box.inputValue()).toBe('');

    await answer.getByRole('button', { name: '설정' }).click();
    const dialog = page.getByRole('dialog', { name: '채널 설정' });
    await dialog.getByLabel('주제').fill('모름');
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.getByText('그런 주제는 없습니다.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await answer.getByRole('button', { name: '설정' }).click();
    await dialog.waitFor();
    expect(
      await dialog.getByLabel('주제').evaluate((node) => node === node.ownerDocument.activeElement),
    ).toBe(true);
    await dialog.getByLabel('주제').fill('증류');
    await dialog.getByRole('button', { name: '저장' }).click();
    await dialog.waitFor({ state: 'detached' });

    await page.locator('main .who-select').selectOption(emma);
    await answer.waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  test('a bot that does not answer shows as in Slack', async () => {
    const sandbox = await startOne({ slackTimings: { ackMs: 100 } });
    ends.push(() => sandbox.close());
    const headers = { authorization: `Bearer ${sandbox.slackBotToken}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ channel: ko, text: 'x', blocks: digest() });
    const posted = await fetch(`${sandbox.slackApiUrl}chat.postMessage`, { method: 'POST', headers, body });
    expect(await posted.json()).toMatchObject({ ok: true });
    const { page } = await openPage(browser, `${sandbox.page}#slack/${ko}`);
    await page.getByText('sowhat · 봇 연결 안 됨').waitFor();
    await page.getByRole('button', { name: 'English', exact: true }).last().click();
    await page.getByText('연결하는 데 문제가 있었습니다. 다시 시도해 보세요.').waitFor();
    await page.locator('main .composer-text').fill('/brief 증류');
    await page.keyboard.press('Enter');
    await page.getByText('/brief failed with the error').waitFor();
    await page.locator('main .composer-text').fill('/nothing');
    await page.keyboard.press('Enter');
    await page.getByText('/nothing 은(는) 올바른 명령이 아닙니다.').waitFor();
  });

  test('on a phone nothing moves sideways, the list is a drawer, and the menu of a message is a sheet', async () => {
    const { sandbox, app } = await bot(() => undefined);
    await app.client.chat.postMessage({ channel: ko, text: 'x', blocks: digest() as never });
    const { page } = await openPage(browser, `${sandbox.page}#slack/${ko}`, phone);
    await message(page, '한빛마트').getByRole('button', { name: '메시지 메뉴' }).tap();
    await page.getByRole('button', { name: '스레드에 댓글 달기' }).tap();
    await page.locator('aside.thread').getByRole('button', { name: '뒤로' }).tap();
    await page.getByRole('button', { name: '채널 목록 열기' }).tap();
    await page.getByRole('link', { name: 'marketing-briefing' }).tap();
    await page.getByRole('heading', { name: 'marketing-briefing' }).waitFor();
    await page.getByRole('button', { name: 'Discord', exact: true }).last().tap();
    await page.getByRole('heading', { name: 'marketing-ko' }).waitFor();
    expect(await sidewaysOf(page)).toBe(0);
  });

  test('language and brightness are switched by hand and remembered', async () => {
    const { sandbox } = await bot(() => undefined);
    const { page } = await openPage(browser, sandbox.page);
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await page.reload();
    await page.getByText('Nothing here yet.').waitFor();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.page')).backgroundColor")).toBe(
      'rgb(26, 29, 33)',
    );
  });
});
