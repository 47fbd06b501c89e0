import {
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  MessageFlags,
  SlashCommandBuilder,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ActOutcome } from '../../../src/sandbox/platform.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { alice, control, guildId, junho, loggedIn, marketingKo, minji, worldOf } from './discord-client.ts';

let sandbox: Sandbox;
let client: Client<true>;
let failures: unknown[];

const brief = new SlashCommandBuilder()
  .setName('brief')
  .setNameLocalizations({ ko: '브리핑', 'en-US': 'brief' })
  .setDescription('Find briefs')
  .setDescriptionLocalizations({ ko: '브리핑 찾기' })
  .addStringOption((option) => option.setName('topic').setDescription('What about').setAutocomplete(true))
  .addStringOption((option) =>
    option.setName('language').setDescription('Which one').addChoices({ name: 'Korean', value: 'ko' }),
  );
const briefing = new SlashCommandBuilder()
  .setName('briefing')
  .setDescription('For managers')
  .setDefaultMemberPermissions(16n)
  .addSubcommand((sub) =>
    sub
      .setName('here')
      .setDescription('Set up this channel')
      .addStringOption((option) => option.setName('time').setDescription('When').setRequired(true)),
  );

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0, discordTimings: { acknowledgeMs: 400 } });
  client = (await loggedIn(sandbox)) as Client<true>;
  failures = [];
  await client.application.commands.set([brief.toJSON(), briefing.toJSON()]);
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

function onCommand(handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) handle(interaction).catch((error) => failures.push(error));
  });
}

function type(person: string, text: string, command = '/brief'): Promise<ActOutcome> {
  return control(sandbox, 'act/command', { person, channel: marketingKo, command, text });
}

test('a deferred answer is filled in, and its follow-up is private', async () => {
  const seen: unknown[] = [];
  let finished = false;
  onCommand(async (interaction) => {
    seen.push(
      interaction.commandName,
      interaction.options.getString('topic'),
      interaction.locale,
      interaction.guildLocale,
    );
    seen.push(
      interaction.memberPermissions?.has('ManageChannels'),
      interaction.appPermissions.has('SendMessages'),
    );
    const response = await interaction.deferReply({ withResponse: true });
    seen.push(response.interaction.responseMessageLoading);
    await interaction.editReply('증류소 소식 3건');
    await interaction.followUp({ content: 'only you', flags: MessageFlags.Ephemeral });
    finished = true;
  });
  const outcome = await type(junho, '증류');
  expect(outcome).toMatchObject({ acknowledged: true, error: null, response: { type: 5 } });
  await expect.poll(() => finished || failures).toBe(true);
  expect(seen).toEqual(['brief', '증류', 'ko', 'ko', false, true, true]);
  const { messages } = await worldOf(sandbox);
  expect(
    messages.map(({ payload, privateTo, invokedAs }) => [payload.content, privateTo, invokedAs]),
  ).toEqual([
    ['증류소 소식 3건', null, '/brief 증류'],
    ['only you', junho, null],
  ]);
});

test('commands answer to their translated name, and options to theirs', async () => {
  onCommand((interaction) =>
    interaction.reply({
      content: `${interaction.options.getString('language')}`,
      flags: MessageFlags.Ephemeral,
    }),
  );
  await type(minji, 'language:ko', '/브리핑');
  expect((await worldOf(sandbox)).messages[0]).toMatchObject({
    payload: { content: 'ko' },
    privateTo: minji,
  });
  await expect(type(alice, '', '/브리핑')).rejects.toThrow('There is no command /브리핑');
  await expect(type(alice, 'language:fr')).rejects.toThrow('“fr” is no choice of ko');
});

test('a command for managers is not there for others, and needs its subcommand and required option', async () => {
  onCommand((interaction) =>
    interaction.reply(`${interaction.options.getSubcommand()} ${interaction.options.getString('time')}`),
  );
  await expect(type(junho, 'here 08:30', '/briefing')).rejects.toThrow('Junho may not use /briefing');
  await expect(type(minji, '', '/briefing')).rejects.toThrow('needs a subcommand; use one of: here');
  await expect(type(minji, 'here', '/briefing')).rejects.toThrow('Fill in the option “time”');
  await type(minji, 'here 08:30', '/briefing');
  expect((await worldOf(sandbox)).messages[0]?.payload.content).toBe('here 08:30');
});

test('autocomplete gives choices, and a list of 26 is refused', async () => {
  let count = 2;
  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { value } = interaction.options.getFocused(true);
    const choices = Array.from({ length: count }, (_, i) => ({ name: `${value} ${i}`, value: `${i}` }));
    await interaction.respond(choices).catch((error) => failures.push(error));
  });
  const ask = () =>
    control<{ choices: object[] }>(sandbox, 'act/autocomplete', {
      person: junho,
      channel: marketingKo,
      command: 'brief',
      option: 'topic',
      value: '증',
    });
  expect((await ask()).choices).toEqual([
    { name: '증 0', value: '0' },
    { name: '증 1', value: '1' },
  ]);
  count = 26;
  await expect(ask()).rejects.toThrow('did not respond');
  expect(failures).toMatchObject([{ code: 50_035 }]);
});

test('an answer after three seconds is refused with 10062, and the person is told', async () => {
  onCommand(async (interaction) => {
    await new Promise((resolve) => setTimeout(resolve, 600));
    await interaction.reply('too late');
  });
  expect(await type(junho, 'x')).toMatchObject({
    acknowledged: false,
    ackMs: null,
    error: 'The application did not respond',
  });
  await expect.poll(() => failures).toMatchObject([{ code: 10_062, status: 404 }]);
  expect((await worldOf(sandbox)).messages).toEqual([]);
});

test('a second first answer is refused with 40060', async () => {
  const again: unknown[] = [];
  onCommand(async (interaction) => {
    await interaction.reply('one');
    interaction.replied = false;
    await interaction.reply('two').catch((error) => again.push(error));
  });
  await type(junho, 'x');
  await expect.poll(() => again).toMatchObject([{ code: 40_060, status: 400 }]);
});

test('an event delivered twice is answered once by the platform', async () => {
  const codes: number[] = [];
  onCommand(async (interaction) => {
    await interaction.reply('hello').then(
      () => codes.push(0),
      (error) => codes.push(error.code),
    );
  });
  const { event } = await type(junho, 'x');
  await control(sandbox, 'redeliver', { event });
  await expect.poll(() => codes).toEqual([0, 40_060]);
  expect((await worldOf(sandbox)).messages).toHaveLength(1);
});

test('the token of an interaction nobody started is refused with 50027', async () => {
  const answer = await fetch(
    `${sandbox.discordApiUrl}/v10/webhooks/${client.user.id}/abc/messages/@original`,
  );
  expect([answer.status, await answer.json()]).toEqual([
    401,
    { message: 'Invalid Webhook Token', code: 50_027 },
  ]);
});

test('commands keep their ids when set again, and a server’s own come before global ones', async () => {
  const before = await client.application.commands.fetch({ withLocalizations: true });
  expect(before.map((command) => [command.name, command.nameLocalizations])).toEqual([
    ['brief', { ko: '브리핑', 'en-US': 'brief' }],
    ['briefing', null],
  ]);
  await client.application.commands.set([brief.toJSON()]);
  const after = await client.application.commands.fetch();
  expect(after.map((command) => command.id)).toEqual([before.find(({ name }) => name === 'brief')?.id]);
  await client.application.commands.create({ name: 'brief', description: 'Only here' }, guildId);
  const guilds: unknown[] = [];
  onCommand(async (interaction) => {
    guilds.push(interaction.commandGuildId);
    await interaction.reply('ok');
  });
  await type(junho, '');
  expect(guilds).toEqual([guildId]);
});

test.each([
  ['upper case', { name: 'Brief', description: 'x' }],
  ['no description', { name: 'brief' }],
  ['unknown locale', { name: 'brief', description: 'x', name_localizations: { kr: '브리핑' } }],
  ['space in a translation', { name: 'brief', description: 'x', name_localizations: { ko: '브리핑 해' } }],
  [
    'choice value of 101',
    {
      name: 'b',
      description: 'x',
      options: [{ type: 3, name: 'o', description: 'x', choices: [{ name: 'a', value: 'v'.repeat(101) }] }],
    },
  ],
  [
    'required after optional',
    {
      name: 'b',
      description: 'x',
      options: [
        { type: 3, name: 'a', description: 'x' },
        { type: 3, name: 'c', description: 'x', required: true },
      ],
    },
  ],
])('a command with %s is refused', async (_, definition) => {
  await expect(
    client.rest.put(`/applications/${client.user.id}/commands`, { body: [definition] }),
  ).rejects.toMatchObject({
    code: 50_035,
    status: 400,
  });
});

test('111 commands are refused', async () => {
  const body = Array.from({ length: 111 }, (_, i) => ({ name: `c${i}`, description: 'x' }));
  await expect(client.rest.put(`/applications/${client.user.id}/commands`, { body })).rejects.toMatchObject({
    code: 30_032,
  });
});
