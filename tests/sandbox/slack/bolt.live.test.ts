import { afterEach, expect, test } from 'vitest';
import type { ActOutcome } from '../../../src/sandbox/platform.ts';
import type { World } from '../../../src/sandbox/world.ts';
import { emma, ko, order, seoyeon, startBot } from './slack-bot.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function bot(...args: Parameters<typeof startBot>) {
  const started = await startBot(...args);
  ends.push(started.stop);
  return started;
}

test('a command reaches Bolt complete, is acknowledged, and its private answer is shown to the asker alone', async () => {
  let heard: Record<string, unknown> = {};
  const { sandbox } = await bot((app) => {
    app.command('/brief', async ({ command, ack, respond }) => {
      heard = command as unknown as Record<string, unknown>;
      await ack();
      await respond({ text: 'found one' });
    });
  });
  const outcome = await order<ActOutcome>(sandbox, 'POST', 'slack/act/command', {
    person: seoyeon,
    channel: ko,
    command: '/brief',
    text: '증류 @emma.clarke <b>',
  });
  expect(outcome).toMatchObject({ acknowledged: true, error: null });
  expect(heard).toEqual({
    token: 'sandbox-verification-token',
    team_id: 'T0SANDBOX',
    team_domain: 'sandbox',
    channel_id: ko,
    channel_name: '마케팅-브리핑',
    user_id: seoyeon,
    user_name: '김서연',
    command: '/brief',
    text: `증류 <@${emma}|emma.clarke> &lt;b&gt;`,
    api_app_id: 'A0SANDBOX',
    is_enterprise_install: 'false',
    response_url: expect.stringContaining('/slack/response/'),
    trigger_id: expect.any(String),
  });
  await expect
    .poll(async () => (await order<World>(sandbox, 'GET', 'slack')).messages)
    .toEqual([
      expect.objectContaining({
        privateTo: seoyeon,
        invokedAs: '/brief 증류 @emma.clarke <b>',
        payload: expect.objectContaining({ text: 'found one', is_ephemeral: true }),
      }),
    ]);
  await order(sandbox, 'POST', 'slack/act/reload', { person: seoyeon });
  expect((await order<World>(sandbox, 'GET', 'slack')).messages).toEqual([]);
  const again = { person: seoyeon, channel: ko, command: '/brief', text: '증류' };
  await order(sandbox, 'POST', 'slack/act/command', again);
  const shown = async () => (await order<World>(sandbox, 'GET', 'slack')).messages;
  await expect.poll(shown).toHaveLength(1);
  // «Dismiss message» under a private answer.
  await order(sandbox, 'DELETE', `slack/messages/${ko}/${(await shown())[0]?.id}`);
  expect(await shown()).toEqual([]);
});
