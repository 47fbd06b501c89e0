import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterEach(() => sandbox.close());

async function ask(
  method: string,
  path: string,
  body?: string,
): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${sandbox.control}${path}`, {
    method,
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, answer: await response.json() };
}

test('the card holds addresses and tokens that nobody could take for real ones', async () => {
  const { close: _, ...card } = sandbox;
  expect((await ask('GET', '')).answer).toEqual(card);
  expect(card.slackApiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/api\/$/);
  expect(card.discordApiUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/discord\/api$/);
  expect([card.slackBotToken, card.slackAppToken, card.discordToken].join(' ')).toMatch(
    /^xoxb-sandbox-\S+ xapp-sandbox-\S+ \S*sandbox\S*$/,
  );
});

test('what a person would see change is streamed', async () => {
  const stopped = new AbortController();
  const response = await fetch(`${sandbox.control}/events`, { signal: stopped.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let seen = '';
  const until = async (part: string) => {
    while (!seen.includes(part)) seen += (await reader?.read())?.value ?? '';
  };
  await until('event: ready');
  const said = await ask(
    'POST',
    '/slack/act/say',
    JSON.stringify({ person: 'U0EMMA', channel: 'C0SANDBOXEN', text: 'hi' }),
  );
  const { id } = said.answer as { id: string };
  await until(id);
  expect(seen).toContain(
    `event: change\ndata: ${JSON.stringify({ platform: 'slack', kind: 'message', channel: 'C0SANDBOXEN', id })}`,
  );
  await ask('POST', '/reset');
  await until('"kind":"reset"');
  stopped.abort();
});

test.each([
  ['GET', '/teams', undefined, 404, 'There is no platform “teams”'],
  ['GET', '/slack/poems', undefined, 404, 'There is no GET /control/slack/poems'],
  ['POST', '/slack/seed', '{', 400, 'The body is not JSON'],
  ['POST', '/slack/seed', '{"channels":[{}]}', 400, 'does not fit CONTROL.md'],
  ['POST', '/slack/faults', '{"kind":"explode"}', 400, 'does not fit CONTROL.md'],
  ['DELETE', '/slack/faults/x', undefined, 404, 'There is no fault “x”'],
  ['POST', '/slack/redeliver', '{}', 400, 'No event “last” was sent'],
  ['POST', '/slack/connections', '{"do":"reconnect"}', 400, 'know no “reconnect”'],
  [
    'POST',
    '/slack/act/say',
    '{"person":"U1","channel":"C1","text":"x"}',
    400,
    'There is no person U1; there are',
  ],
  [
    'POST',
    '/slack/act/say',
    '{"person":"U0EMMA","channel":"C1","text":"x"}',
    400,
    'There is no channel C1; there',
  ],
  ['POST', '/slack/act/press', '{"person":"U0EMMA","action":"a"}', 400, 'say where'],
  [
    'POST',
    '/slack/act/autocomplete',
    '{"person":"a","channel":"b","command":"c","option":"d","value":""}',
    400,
    'Discord’s',
  ],
  ['DELETE', '/slack/messages/C1/1.000001', undefined, 400, 'There is no message'],
])('%s %s %s is answered with a sentence', async (method, path, body, status, sentence) => {
  const refused = await ask(method, path, body);
  expect(refused).toEqual({ status, answer: { error: expect.stringContaining(sentence) } });
});

test('seeding adds and changes by id, and leaves the rest', async () => {
  await ask('POST', '/slack/seed', '{"channels":[{"id":"C0SANDBOXEN","botIsMember":false},{"id":"C0NEW"}]}');
  await ask(
    'POST',
    '/slack/seed',
    '{"people":[{"id":"U0EMMA","locale":"ko-KR"}],"workspace":{"name":"Acme"}}',
  );
  const { answer } = await ask('GET', '/slack');
  expect(answer).toMatchObject({
    platform: 'slack',
    workspace: { id: 'T0SANDBOX', name: 'Acme' },
    channels: [
      { id: 'C0SANDBOXKO', botIsMember: true },
      { id: 'C0SANDBOXEN', name: 'marketing-briefing', botIsMember: false },
      { id: 'C0SANDBOXOPS' },
      { id: 'C0NEW', name: 'c0new', kind: 'channel', botIsMember: true },
    ],
    people: expect.arrayContaining([expect.objectContaining({ name: 'Emma Clarke', locale: 'ko-KR' })]),
  });
});

test('reset brings the fresh workspace back, without faults', async () => {
  await ask('POST', '/slack/seed', '{"channels":[{"id":"C0NEW"}],"scopes":[]}');
  await ask('POST', '/slack/faults', '{"kind":"refuse","count":null}');
  await ask('POST', '/reset');
  expect((await ask('GET', '/slack/faults')).answer).toEqual([]);
  const world = (await ask('GET', '/slack')).answer as { channels: unknown[]; scopes: string[] };
  expect(world.channels).toHaveLength(3);
  expect(world.scopes).toContain('chat:write');
});
