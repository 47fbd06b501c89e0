import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ActOutcome } from '../../../src/sandbox/platform.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { control, junho, loggedIn, marketingKo, minji, textChannel, worldOf } from './discord-client.ts';

let sandbox: Sandbox;
let client: Client<true>;

beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = (await loggedIn(sandbox)) as Client<true>;
});

afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

function on(handle: (interaction: Interaction) => Promise<unknown>): void {
  client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
}

async function postButton(): Promise<string> {
  const channel = await textChannel(client, marketingKo);
  const button = new ButtonBuilder().setCustomId('en:1').setLabel('English').setStyle(ButtonStyle.Secondary);
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button);
  return (await channel.send({ content: '한국어', components: [row] })).id;
}

function press(message: string, action = 'en:1', person = junho): Promise<ActOutcome> {
  return control(sandbox, 'act/press', { person, channel: marketingKo, message, action });
}

test('a button updates its message, or edits it after deferring', async () => {
  const message = await postButton();
  on(async (interaction) => {
    if (interaction.isButton()) await interaction.update('first');
  });
  expect(await press(message)).toMatchObject({ acknowledged: true, response: { type: 7 } });
  expect((await worldOf(sandbox)).messages[0]?.payload).toMatchObject({
    content: 'first',
    components: [{ type: 1 }],
  });
  client.removeAllListeners(Events.InteractionCreate);
  on(async (interaction) => {
    if (!interaction.isButton()) return;
    await interaction.deferUpdate();
    await interaction.editReply({ content: 'second', components: [] });
  });
  await press(message);
  await expect
    .poll(async () => (await worldOf(sandbox)).messages[0]?.payload)
    .toMatchObject({ content: 'second', components: [] });
});

test('a private answer is seen by the one who pressed, and its own button works for nobody else', async () => {
  const message = await postButton();
  on(async (interaction) => {
    if (!interaction.isButton()) return;
    if (interaction.customId !== 'en:1') return interaction.reply('shared');
    const share = new ButtonBuilder().setCustomId('share').setLabel('Share').setStyle(ButtonStyle.Primary);
    return interaction.reply({
      flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
      components: [
        new TextDisplayBuilder().setContent('English text'),
        new ActionRowBuilder<ButtonBuilder>().addComponents(share),
      ],
    });
  });
  await press(message);
  const answer = (await worldOf(sandbox)).messages[1];
  expect(answer).toMatchObject({
    privateTo: junho,
    payload: { components: [{ type: 10, content: 'English text', id: 1 }, { type: 1 }] },
  });
  await expect(press(answer?.id ?? '', 'share', minji)).rejects.toThrow('There is no message');
  expect(await press(answer?.id ?? '', 'share')).toMatchObject({ acknowledged: true });
  await expect(press(message, 'nope')).rejects.toThrow('The message has no component “nope”; it has en:1.');
  await control(sandbox, 'act/reload', { person: junho });
  expect((await worldOf(sandbox)).messages.map(({ payload }) => payload.content)).toEqual([
    '한국어',
    'shared',
  ]);
});

test('a modal opens for the person, and what they send comes back', async () => {
  const message = await postButton();
  const got: unknown[] = [];
  on(async (interaction) => {
    if (interaction.isButton()) {
      const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short);
      const label = new LabelBuilder().setLabel('Why').setTextInputComponent(input);
      return interaction.showModal(
        new ModalBuilder().setCustomId('report').setTitle('Report').addLabelComponents(label),
      );
    }
    if (!interaction.isModalSubmit()) return;
    got.push(interaction.customId, interaction.fields.getTextInputValue('why'), interaction.message?.id);
    return interaction.reply({ content: 'thanks', flags: MessageFlags.Ephemeral });
  });
  await press(message);
  const [modal] = (await worldOf(sandbox)).modals;
  expect(modal).toMatchObject({ person: junho, view: { custom_id: 'report', title: 'Report' } });
  await expect(
    control(sandbox, 'act/submit', { person: junho, modal: modal?.id, values: {} }),
  ).rejects.toThrow('Fill in “why”');
  await control(sandbox, 'act/submit', { person: junho, modal: modal?.id, values: { why: '틀린 숫자' } });
  expect(got).toEqual(['report', '틀린 숫자', message]);
  const world = await worldOf(sandbox);
  expect(world.modals).toEqual([]);
  expect(world.messages.at(-1)).toMatchObject({ privateTo: junho, payload: { content: 'thanks' } });
});
