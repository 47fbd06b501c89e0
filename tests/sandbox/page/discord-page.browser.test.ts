import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  ContainerBuilder,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src/sandbox/start-sandbox.ts';
import { loggedIn, marketingKo, textChannel, worldOf } from '../discord/discord-client.ts';
import { hasBrowser, openPage, phone, sidewaysOf, startBrowser } from './open-page.ts';

let browser: Browser;
let sandbox: Sandbox;
let client: Client<true>;

beforeAll(async () => {
  if (hasBrowser) browser = await startBrowser();
});
beforeEach(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = (await loggedIn(sandbox)) as Client<true>;
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await client.destroy();
  await sandbox.close();
});
afterAll(() => browser?.close());

function container(): ContainerBuilder {
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('en').setLabel('영어로').setStyle(ButtonStyle.Primary),
  );
  return new ContainerBuilder()
    .setAccentColor(0x5b3df5)
    .addTextDisplayComponents((text) =>
      text.setContent(
        '## 2월 21–23일 · 75건 중 1건\n**한빛마트**가 에이전트를 공개했다 [x](javascript:alert(1)) <script>alert(1)</script>\n-# [리테일저널](https://news.example/a)',
      ),
    )
    .addActionRowComponents(row);
}

describe.skipIf(!hasBrowser)('Discord in the page', () => {
  test('shows a container, its thread and a flag, and what is hostile in it stays text', async () => {
    const channel = await textChannel(client, marketingKo);
    const { page, problems } = await openPage(browser, `${sandbox.page}#discord/${marketingKo}`);
    await page.getByText('아직 아무 글도 없습니다.').waitFor();
    const message = await channel.send({ components: [container()], flags: MessageFlags.IsComponentsV2 });
    await page.getByRole('heading', { name: '2월 21–23일 · 75건 중 1건' }).waitFor();
    await page.getByText('[x](javascript:alert(1)) <script>alert(1)</script>').waitFor();
    expect(await page.getByRole('link', { name: '리테일저널' }).getAttribute('href')).toBe(
      'https://news.example/a',
    );

    const thread = await message.startThread({ name: '2월 23일' });
    await thread.send('자세한 내용');
    await page.getByRole('button', { name: /2월 23일 메시지 1개/ }).click();
    await page.locator('aside.thread').getByText('자세한 내용').waitFor();
    expect(new URL(page.url()).hash).toBe(`#discord/${marketingKo}/${thread.id}`);
    await page.locator('aside.thread .composer-text').fill('고맙습니다');
    await page.keyboard.press('Enter');
    await page.locator('aside.thread .message', { hasText: '고맙습니다' }).waitFor();

    await page.locator('main .message', { hasText: '한빛마트' }).hover();
    await page.locator('main').getByRole('button', { name: '🇰🇷 반응 남기기' }).click();
    await page.locator('main').getByRole('button', { name: 'Minji 님이 🇰🇷 반응' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('autocomplete proposes, and the chosen name is sent as its value; the answer is private', async () => {
    const options = [{ type: 3, name: 'topic', description: 'topic', autocomplete: true }];
    await client.application.commands.set([
      {
        name: 'brief',
        description: 'Brief me',
        descriptionLocalizations: { ko: '주제별 브리핑' },
        options: options as never,
      },
    ]);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([
          { name: `모델 ${interaction.options.getFocused()}`, value: 'distillation' },
        ]);
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        await interaction.editReply(`**${interaction.options.getString('topic')}** (${interaction.locale})`);
      }
    });
    const { page } = await openPage(browser, `${sandbox.page}#discord/${marketingKo}`);
    await page.getByText('Sowhat · 봇 연결됨').waitFor();
    const box = page.locator('main .composer-text');
    await box.fill('/');
    await page.getByRole('option', { name: '/brief [topic] 주제별 브리핑' }).waitFor();
    await box.fill('/brief 증류');
    await page.getByRole('option', { name: /모델 증류/ }).waitFor();
    await box.press('ArrowDown');
    await box.press('Enter');
    expect(await box.inputValue()).toBe('/brief 모델 증류');
    await box.press('Enter');
    await page.getByText('distillation (ko)').waitFor();
    await page.getByText('나에게만 보임').waitFor();
    await page.getByRole('button', { name: '메시지 닫기' }).click();
    await page.getByText('distillation (ko)').waitFor({ state: 'detached' });
  });

  test('a button opens a modal, which is filled in and sent; a bot that keeps silent shows as in Discord', async () => {
    client.on(Events.InteractionCreate, async (interaction) => {
      if (interaction.isButton() && interaction.customId === 'en') {
        const input = new TextInputBuilder().setCustomId('words').setStyle(TextInputStyle.Short);
        const label = new LabelBuilder().setLabel('주제').setTextInputComponent(input);
        await interaction.showModal(
          new ModalBuilder().setCustomId('setup').setTitle('채널 설정').addLabelComponents(label),
        );
      }
      if (interaction.isModalSubmit())
        await interaction.reply(`받음: ${interaction.fields.getTextInputValue('words')}`);
    });
    const channel = await textChannel(client, marketingKo);
    await channel.send({ components: [container()], flags: MessageFlags.IsComponentsV2 });
    const { page } = await openPage(browser, `${sandbox.page}#discord/${marketingKo}`);
    await page.getByRole('button', { name: '영어로' }).click();
    const dialog = page.getByRole('dialog', { name: '채널 설정' });
    await dialog.getByLabel('주제').fill('증류');
    await dialog.getByRole('button', { name: '제출' }).click();
    await page.getByText('받음: 증류').waitFor();
    await dialog.waitFor({ state: 'detached' });

    client.removeAllListeners(Events.InteractionCreate);
    await page.getByRole('button', { name: '영어로' }).click();
    await page.getByText('상호작용에 실패했어요').waitFor();
    expect((await worldOf(sandbox)).modals).toEqual([]);
  });

  test('on a phone nothing moves sideways', async () => {
    const channel = await textChannel(client, marketingKo);
    await channel.send({ components: [container()], flags: MessageFlags.IsComponentsV2 });
    await channel.send(
      `길고 긴 낱말 ${'가'.repeat(300)} https://news.example/${'a'.repeat(300)}\n\`\`\`\n${'x'.repeat(400)}\n\`\`\``,
    );
    const { page } = await openPage(browser, `${sandbox.page}#discord/${marketingKo}`, phone);
    await page.getByText('길고 긴 낱말').waitFor();
    expect(await sidewaysOf(page)).toBe(0);
    expect(await page.locator('main .messages').evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(
      0,
    );
  });
});
