import { Events, MessageFlags, SlashCommandBuilder } from 'discord.js';
import * as spec from 'discord-api-spec/zod';
import { expect, test } from 'vitest';
import type { ZodMiniType } from 'zod/mini';
import { array } from 'zod/mini';
import { startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { alice, control, guildId, loggedIn, marketingKo, worldOf } from './discord-client.ts';

/**
 * The OpenAPI document writes times with `Z`, the API with `+00:00`; permissions and the rest are compared as
 * they are.
 */
function problems(schema: ZodMiniType, answer: unknown): unknown[] {
  const text = JSON.stringify(answer).replaceAll('+00:00"', 'Z"');
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? [] : parsed.error.issues;
}

const everything = {
  flags: MessageFlags.IsComponentsV2,
  components: [
    {
      type: 17,
      components: [
        { type: 10, content: '증류' },
        {
          type: 9,
          components: [{ type: 10, content: 'x' }],
          accessory: { type: 2, style: 5, label: 'x', url: 'https://ex.com' },
        },
        {
          type: 9,
          components: [{ type: 10, content: 'x' }],
          accessory: { type: 11, media: { url: 'https://ex.com/a.png' } },
        },
        { type: 14 },
        { type: 12, items: [{ media: { url: 'https://ex.com/a.png' } }] },
        { type: 1, components: [{ type: 3, custom_id: 's', options: [{ label: 'a', value: 'a' }] }] },
      ],
    },
  ],
};

test('what the sandbox answers is what Discord’s own document says', async () => {
  const sandbox = await startSandbox({ port: 0 });
  const client = await loggedIn(sandbox);
  const { rest } = client;
  const wrong: Record<string, unknown[]> = {};
  const check = (what: string, schema: ZodMiniType, answer: unknown) => {
    const found = problems(schema, answer);
    if (found.length > 0) wrong[what] = found;
  };
  const get = async (path: `/${string}`, schema: ZodMiniType) =>
    check(`GET ${path}`, schema, await rest.get(path));
  const bot = client.user?.id;

  await get('/gateway', spec.GatewayResponseSchema);
  await get('/gateway/bot', spec.GatewayBotResponseSchema);
  await get('/users/@me', spec.UserPIIResponseSchema);
  await get(`/users/${alice}`, spec.UserResponseSchema);
  await get('/users/@me/guilds', array(spec.MyGuildResponseSchema));
  await get('/applications/@me', spec.PrivateApplicationResponseSchema);
  await get(`/guilds/${guildId}`, spec.GuildWithCountsResponseSchema);
  await get(`/guilds/${guildId}/channels`, array(spec.GuildChannelResponseSchema));
  await get(`/guilds/${guildId}/roles`, array(spec.GuildRoleResponseSchema));
  await get(`/guilds/${guildId}/members/${bot}`, spec.GuildMemberResponseSchema);
  check(
    'DM',
    spec.PrivateChannelResponseSchema,
    await rest.post('/users/@me/channels', { body: { recipient_id: alice } }),
  );

  const path = `/channels/${marketingKo}/messages` as const;
  const embed = {
    title: 'x',
    fields: [{ name: 'a', value: 'b' }],
    footer: { text: 'f' },
    image: { url: 'https://ex.com/a.png' },
  };
  const plain = (await rest.post(path, { body: { content: 'x', embeds: [embed], nonce: '1' } })) as {
    id: string;
  };
  check('create', spec.MessageResponseSchema, plain);
  check('V2', spec.MessageResponseSchema, await rest.post(path, { body: everything }));
  check(
    'reply',
    spec.MessageResponseSchema,
    await rest.post(path, { body: { content: 'x', message_reference: { message_id: plain.id } } }),
  );
  const files = [{ name: 'a.txt', data: Buffer.from('x'), contentType: 'text/plain' }];
  check('file', spec.MessageResponseSchema, await rest.post(path, { body: { content: 'x' }, files }));
  check(
    'edit',
    spec.MessageResponseSchema,
    await rest.patch(`${path}/${plain.id}`, { body: { content: 'y' } }),
  );
  check(
    'thread',
    spec.CreatedThreadResponseSchema,
    await rest.post(`${path}/${plain.id}/threads`, { body: { name: 'x' } }),
  );
  await control(sandbox, 'act/react', {
    person: alice,
    channel: marketingKo,
    message: plain.id,
    emoji: '🇺🇸',
  });
  await get(path, array(spec.MessageResponseSchema));
  await get(`${path}/${plain.id}`, spec.MessageResponseSchema);
  await get(`/channels/${plain.id}`, spec.ThreadResponseSchema);
  await get(`/channels/${plain.id}/messages`, array(spec.MessageResponseSchema));
  await get(`/guilds/${guildId}/threads/active`, spec.ThreadsResponseSchema);

  const command = new SlashCommandBuilder()
    .setName('brief')
    .setNameLocalizations({ ko: '브리핑' })
    .setDescription('x')
    .addStringOption((option) => option.setName('topic').setDescription('x').setAutocomplete(true))
    .addIntegerOption((option) =>
      option.setName('n').setDescription('x').addChoices({ name: 'one', value: 1 }),
    );
  const commands = await rest.put(`/applications/${bot}/commands`, { body: [command.toJSON()] });
  check('commands', array(spec.ApplicationCommandResponseSchema), commands);
  await get(`/applications/${bot}/commands`, array(spec.ApplicationCommandResponseSchema));

  client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const callback = await rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
      body: { type: 4, data: { content: 'x' } },
      query: new URLSearchParams({ with_response: 'true' }),
      auth: false,
    });
    check('callback', spec.InteractionCallbackResponseSchema, callback);
    const hook = `/webhooks/${bot}/${interaction.token}` as const;
    check(
      'follow-up',
      spec.MessageResponseSchema,
      await rest.post(hook, { body: { content: 'y', flags: 64 }, auth: false }),
    );
    check(
      '@original',
      spec.MessageResponseSchema,
      await rest.get(`${hook}/messages/@original`, { auth: false }),
    );
  });
  await control(sandbox, 'act/command', { person: alice, channel: marketingKo, command: 'brief' });
  await expect
    .poll(async () => (await worldOf(sandbox)).messages.some(({ privateTo }) => privateTo === alice))
    .toBe(true);

  const error = await rest.post(path, { body: {} }).catch((thrown) => thrown.rawError);
  check('error', spec.ErrorResponseSchema, error);
  await client.destroy();
  await sandbox.close();
  expect(wrong).toEqual({});
});
