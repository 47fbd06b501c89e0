import type { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import type { ActOutcome } from '../../../src/sandbox/platform.ts';
import type { Call, World } from '../../../src/sandbox/world.ts';
import { emma, ko, order, seoyeon, startBot } from './slack-bot.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function bot(...args: Parameters<typeof startBot>) {
  const started = await startBot(...args);
  ends.push(started.stop);
  const { sandbox } = started;
  return {
    ...started,
    world: () => order<World>(sandbox, 'GET', 'slack'),
    act: (name: string, body: object) => order<ActOutcome>(sandbox, 'POST', `slack/act/${name}`, body),
  };
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const brief = { person: emma, channel: ko, command: '/brief', text: 'x' };

/** A message of the bot with two blocks of buttons and a select; gives its ts. */
async function digest(app: App, thread?: string): Promise<string> {
  const { ts } = await app.client.chat.postMessage({
    channel: ko,
    text: 'digest',
    ...(thread === undefined ? {} : { thread_ts: thread }),
    blocks: [
      {
        type: 'actions',
        block_id: 'story-1',
        elements: [{ type: 'button', action_id: 'more', value: '1', text: plain('More') }],
      },
      {
        type: 'actions',
        block_id: 'story-2',
        elements: [
          { type: 'button', action_id: 'more', value: '2', text: plain('More') },
          {
            type: 'static_select',
            action_id: 'language',
            options: [
              { text: plain('한국어'), value: 'ko' },
              { text: plain('English'), value: 'en' },
            ],
          },
        ],
      },
    ],
  });
  return ts as string;
}

test('a permalink leads to the message on the page, for a reply to its thread', async () => {
  const { app } = await bot(() => undefined);
  const parent = await digest(app);
  const reply = await digest(app, parent);
  const { permalink } = await app.client.chat.getPermalink({ channel: ko, message_ts: reply });
  const response = await fetch(permalink as string, { redirect: 'manual' });
  expect(response.headers.get('location')).toBe(`/#slack/${ko}/${parent}`);
});

test('a pressed button arrives complete, and the right one of several', async () => {
  let body: Record<string, unknown> = {};
  const { app, act } = await bot((app) => {
    app.action('more', async (heard) => {
      body = heard.body as unknown as Record<string, unknown>;
      await heard.ack();
    });
  });
  const parent = await digest(app);
  const ts = await digest(app, parent);
  const outcome = await act('press', {
    person: seoyeon,
    channel: ko,
    message: ts,
    action: 'more',
    block: 'story-2',
  });
  expect(outcome).toMatchObject({ acknowledged: true, error: null });
  expect(body).toMatchObject({
    type: 'block_actions',
    user: { id: seoyeon, username: '김서연', name: '김서연', team_id: 'T0SANDBOX' },
    api_app_id: 'A0SANDBOX',
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: ko,
      is_ephemeral: false,
      thread_ts: parent,
    },
    trigger_id: expect.any(String),
    team: { id: 'T0SANDBOX', domain: 'sandbox' },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: ko, name: '마케팅-브리핑' },
    message: { ts, text: 'digest', bot_id: 'B0SANDBOX', thread_ts: parent },
    state: { values: { 'story-2': { language: { type: 'static_select', selected_option: null } } } },
    response_url: expect.stringContaining('/slack/response/'),
    actions: [{ action_id: 'more', block_id: 'story-2', type: 'button', value: '2' }],
  });
});

test('a choice arrives with its option; one that is not offered is refused', async () => {
  let chosen: unknown;
  const { app, act } = await bot((app) => {
    app.action('language', async ({ ack, action }) => {
      chosen = action;
      await ack();
    });
  });
  const message = await digest(app);
  const pick = { person: emma, channel: ko, message, action: 'language' };
  await act('press', { ...pick, values: ['en'] });
  expect(chosen).toMatchObject({ type: 'static_select', selected_option: { value: 'en' } });
  await expect(act('press', { ...pick, values: ['fr'] })).rejects.toThrow('none of the options');
  await expect(act('press', { ...pick, action: 'invented' })).rejects.toThrow('there are: more, more');
});

test('answers by response_url: private by default, shared, replaced, deleted; five uses, then used_url', async () => {
  const statuses: number[] = [];
  const { act, world } = await bot((app) => {
    app.command('/brief', async ({ ack, command }) => {
      await ack();
      for (const body of [
        { text: 'one' },
        { text: 'two', replace_original: true },
        { text: 'shared', response_type: 'in_channel' },
        { text: 'shared', response_type: 'in_channel' },
        { delete_original: true },
        { text: 'six' },
      ]) {
        const response = await fetch(command.response_url, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        });
        statuses.push(response.status);
        if (statuses.length === 2) {
          const seen = (await world()).messages.map(({ payload, privateTo }) => [payload.text, privateTo]);
          expect(seen).toEqual([['two', emma]]);
        }
      }
    });
  });
  await act('command', brief);
  await expect.poll(() => statuses).toEqual([200, 200, 200, 200, 200, 404]);
  const seen = (await world()).messages.map(({ payload, privateTo }) => [payload.text, privateTo]);
  expect(seen).toEqual([
    ['shared', null],
    ['shared', null],
  ]);
});

test('a response_url is good for 30 minutes, refuses bad blocks, and replaces the message a button stood in', async () => {
  let now = 1_760_000_000_000;
  let url = '';
  const { app, act, world } = await bot(
    (app) => {
      app.action('more', async ({ ack, body }) => {
        url = (body as { response_url?: string }).response_url ?? '';
        await ack();
      });
    },
    { clock: () => now },
  );
  const message = await digest(app);
  await act('press', { person: emma, channel: ko, message, action: 'more' });
  const send = async (body: object) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return [response.status, await response.text()];
  };
  expect(await send({ blocks: [{ type: 'poem' }] })).toEqual([400, '{"ok":false,"error":"invalid_blocks"}']);
  expect(await send({ text: 'replaced', replace_original: true })).toEqual([200, 'ok']);
  expect((await world()).messages).toMatchObject([
    { id: message, privateTo: null, payload: { text: 'replaced' } },
  ]);
  now += 30 * 60_000 + 1;
  expect(await send({ text: 'late' })).toEqual([404, '{"ok":false,"error":"expired_url"}']);
});

test('what an acknowledgement says is shown; what Slack does not take fails for the person', async () => {
  const { act, world } = await bot((app) => {
    app.command('/brief', async ({ ack, command }) => {
      if (command.text === 'bad') await ack({ blocks: [{ type: 'poem' }] } as never);
      else await ack({ response_type: 'in_channel', text: 'for all' });
    });
  });
  await act('command', brief);
  expect(
    (await world()).messages.map(({ author, payload, privateTo }) => [author, payload.text, privateTo]),
  ).toEqual([
    [emma, '/brief x', null],
    ['U0SANDBOXBOT', 'for all', null],
  ]);
  expect(await act('command', { ...brief, text: 'bad' })).toMatchObject({
    acknowledged: true,
    error: '/brief failed with the error "invalid_command_response"',
  });
  await expect(act('command', { ...brief, command: '/unknown' })).rejects.toThrow('not a command');
  expect((await act('command', { ...brief, thread: '1.000001' })).error).toBe(
    '/brief is not supported in threads. Sorry!',
  );
});

test('a trigger opens one modal within three seconds', async () => {
  let now = 1_760_000_000_000;
  const triggers: string[] = [];
  const { app, act, world } = await bot(
    (app) => {
      app.command('/brief', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      });
    },
    { clock: () => now },
  );
  const view = { type: 'modal' as const, title: plain('Headlines'), blocks: [{ type: 'divider' as const }] };
  await act('command', brief);
  await act('command', brief);
  const [first = '', second = ''] = triggers;
  const opened = await app.client.views.open({ trigger_id: first, view });
  expect((await world()).modals).toMatchObject([{ id: opened.view?.id, person: emma }]);
  await expect(app.client.views.open({ trigger_id: first, view })).rejects.toThrow('exchanged_trigger_id');
  now += 3_001;
  await expect(app.client.views.open({ trigger_id: second, view })).rejects.toThrow('expired_trigger_id');
  await expect(
    app.client.views.update({ view_id: opened.view?.id as string, view, hash: 'old' }),
  ).rejects.toThrow('hash_conflict');
  await expect(
    app.client.views.publish({ user_id: emma, view: { type: 'home', blocks: [{ type: 'poem' }] } as never }),
  ).rejects.toMatchObject({ data: { error: 'invalid_arguments' } });
  await app.client.views.publish({ user_id: emma, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  expect((await world()).homes).toMatchObject([{ person: emma, view: { type: 'home' } }]);
});

test('a modal is filled in and submitted: errors keep it open, a push stacks, an empty answer closes', async () => {
  const submitted: unknown[] = [];
  const view = {
    type: 'modal' as const,
    callback_id: 'settings',
    private_metadata: 'C1',
    title: plain('Settings'),
    submit: plain('Save'),
    notify_on_close: true,
    blocks: [
      {
        type: 'input' as const,
        block_id: 'topic',
        label: plain('Topic'),
        element: { type: 'plain_text_input' as const, action_id: 'words', min_length: 1 },
      },
      {
        type: 'input' as const,
        block_id: 'language',
        label: plain('Language'),
        optional: true,
        element: {
          type: 'static_select' as const,
          action_id: 'pick',
          initial_option: { text: plain('한국어'), value: 'ko' },
          options: [
            { text: plain('한국어'), value: 'ko' },
            { text: plain('English'), value: 'en' },
          ],
        },
      },
    ],
  };
  let closed = 0;
  const { act, world } = await bot((app) => {
    app.command('/brief', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.view('settings', async ({ ack, view: { state, private_metadata } }) => {
      submitted.push({ values: state.values, private_metadata });
      const words = state.values.topic?.words?.value;
      if (words === 'bad') await ack({ response_action: 'errors', errors: { topic: 'Too vague' } });
      else if (words === 'more')
        await ack({ response_action: 'push', view: { ...view, callback_id: 'second' } });
      else await ack();
    });
    app.view('second', async ({ ack }) => {
      await ack({ response_action: 'clear' });
    });
    app.view({ type: 'view_closed', callback_id: 'settings' }, async ({ ack }) => {
      closed += 1;
      await ack();
    });
  });
  const open = async () => {
    await act('command', brief);
    await expect.poll(async () => (await world()).modals.length).toBe(1);
    return (await world()).modals[0]?.id;
  };
  const modal = await open();
  const submit = (values: object, id = modal) => act('submit', { person: emma, modal: id, values });
  expect((await submit({})).response).toMatchObject({ errors: { topic: expect.any(String) } });
  expect(submitted).toEqual([]);
  expect((await submit({ words: 'bad', pick: 'en' })).response).toEqual({
    response_action: 'errors',
    errors: { topic: 'Too vague' },
  });
  await submit({ words: 'more' });
  expect(submitted).toEqual([
    {
      private_metadata: 'C1',
      values: {
        topic: { words: { type: 'plain_text_input', value: 'bad' } },
        language: {
          pick: {
            type: 'static_select',
            selected_option: { text: { type: 'plain_text', text: 'English', emoji: true }, value: 'en' },
          },
        },
      },
    },
    {
      private_metadata: 'C1',
      values: {
        topic: { words: { type: 'plain_text_input', value: 'more' } },
        language: {
          pick: {
            type: 'static_select',
            selected_option: { text: { type: 'plain_text', text: '한국어', emoji: true }, value: 'ko' },
          },
        },
      },
    },
  ]);
  const stack = (await world()).modals;
  expect(stack).toHaveLength(2);
  expect(stack[1]?.view).toMatchObject({ root_view_id: modal, previous_view_id: modal });
  await submit({ words: 'fine' }, stack[1]?.id);
  expect((await world()).modals).toEqual([]);

  await submit({ words: 'done' }, await open());
  expect((await world()).modals).toEqual([]);
  await act('dismiss', { person: emma, modal: await open() });
  expect(closed).toBe(1);
  await expect(act('submit', { person: seoyeon, modal, values: {} })).rejects.toThrow('no open modal');
});

test('a person’s message and a private one are told to the app as Slack tells them', async () => {
  const heard: unknown[] = [];
  const { sandbox, app, act, world } = await bot((app) => {
    app.message(async ({ message }) => {
      heard.push(message);
    });
  });
  await order(sandbox, 'POST', 'slack/seed', { events: ['message.channels'] });
  const { id } = (await act('say', { person: emma, channel: ko, text: 'a < b' })) as unknown as {
    id: string;
  };
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]).toMatchObject({
    user: emma,
    text: 'a &lt; b',
    ts: id,
    channel: ko,
    channel_type: 'channel',
  });
  await app.client.chat.postEphemeral({ channel: ko, user: emma, text: 'psst' });
  const whisper = (await world()).messages.find(({ privateTo }) => privateTo === emma);
  expect(whisper?.payload.text).toBe('psst');
  await expect(
    act('react', { person: emma, channel: ko, message: whisper?.id, emoji: 'us' }),
  ).rejects.toThrow('no reactions');
  const history = await app.client.conversations.history({ channel: ko });
  expect(history.messages?.map(({ text }) => text)).toEqual(['a &lt; b']);
  const calls = await order<Call[]>(sandbox, 'GET', 'slack/calls?method=chat.postEphemeral');
  expect(calls).toMatchObject([
    { body: { channel: ko, user: emma, text: 'psst' }, status: 200, error: null },
  ]);
  expect(calls[0]?.body).not.toHaveProperty('token');
});

test('a button in a modal arrives with the view and its state, and without a response_url', async () => {
  let heard: Record<string, unknown> = {};
  const { act, world } = await bot((app) => {
    app.command('/brief', async ({ ack, command, client }) => {
      await ack();
      const pick = {
        type: 'static_select' as const,
        action_id: 'language',
        options: [{ text: plain('English'), value: 'en' }],
      };
      const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [pick] }];
      await client.views.open({
        trigger_id: command.trigger_id,
        view: { type: 'modal', title: plain('x'), blocks },
      });
    });
    app.action('language', async ({ ack, body }) => {
      heard = body as unknown as Record<string, unknown>;
      await ack();
    });
  });
  await act('command', brief);
  await expect.poll(async () => (await world()).modals.length).toBe(1);
  const modal = (await world()).modals[0]?.id;
  await act('press', { person: emma, modal, action: 'language', values: ['en'] });
  expect(heard).toMatchObject({
    type: 'block_actions',
    container: { type: 'view', view_id: modal },
    view: { id: modal, state: { values: { b: { language: { selected_option: { value: 'en' } } } } } },
    actions: [{ action_id: 'language', block_id: 'b', selected_option: { value: 'en' } }],
  });
  expect(heard).not.toHaveProperty('response_url');
  expect(heard).not.toHaveProperty('message');
});

test('a button in a private answer arrives without the message, and can replace it', async () => {
  const heard: Record<string, unknown>[] = [];
  const { act, world } = await bot((app) => {
    app.command('/brief', async ({ ack, respond }) => {
      await ack();
      const elements = [{ type: 'button' as const, action_id: 'share', text: plain('Share') }];
      await respond({ text: 'answer', blocks: [{ type: 'actions', elements }] });
    });
    app.action('share', async ({ ack, body, respond }) => {
      heard.push(body as unknown as Record<string, unknown>);
      await ack();
      await respond({ text: 'shared', replace_original: true });
    });
  });
  await act('command', brief);
  await expect.poll(async () => (await world()).messages.length).toBe(1);
  const message = (await world()).messages[0]?.id;
  await expect(act('press', { person: seoyeon, channel: ko, message, action: 'share' })).rejects.toThrow(
    'sees no message',
  );
  await act('press', { person: emma, channel: ko, message, action: 'share' });
  await expect
    .poll(async () => (await world()).messages.map(({ payload }) => payload.text))
    .toEqual(['shared']);
  expect(heard[0]).toMatchObject({ container: { message_ts: message, is_ephemeral: true } });
  expect(heard[0]).not.toHaveProperty('message');
});
