import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { freshWorkspace } from '../../src/sandbox/slack/fresh-workspace.ts';
import { discordInviteLink } from '../../src/setup/discord-invite.ts';
import { readSlackManifest, slackCreateLink } from '../../src/setup/slack-manifest.ts';

test('the link that creates the Slack app holds the whole manifest, in at most 2,000 characters', () => {
  const manifest = readSlackManifest();
  const link = slackCreateLink(manifest);
  expect(link.length).toBeLessThanOrEqual(2_000);
  const url = new URL(link);
  expect(url.origin + url.pathname).toBe('https://api.slack.com/apps');
  expect(url.searchParams.get('new_app')).toBe('1');
  expect(JSON.parse(url.searchParams.get('manifest_json') ?? '')).toEqual(manifest);
});

/** @see https://github.com/slackapi/manifest-schema the lengths Slack takes */
test('the manifest keeps to the lengths Slack takes, and works without a public address', () => {
  const manifest = readSlackManifest() as unknown as {
    display_information: { name: string; description: string };
    features: {
      bot_user: { display_name: string };
      slash_commands: Record<string, unknown>[];
      shortcuts: Record<'type' | 'callback_id' | 'name' | 'description', string>[];
    };
    settings: { socket_mode_enabled: boolean; event_subscriptions: { bot_events: string[] } };
  };
  expect([...manifest.display_information.name].length).toBeLessThanOrEqual(35);
  expect([...manifest.display_information.description].length).toBeLessThanOrEqual(140);
  expect([...manifest.features.bot_user.display_name].length).toBeLessThanOrEqual(80);
  expect(manifest.features.slash_commands).toMatchObject([{ command: '/brief', should_escape: true }]);
  expect(manifest.features.shortcuts.map(({ type, callback_id }) => `${type} ${callback_id}`)).toEqual([
    'message edit',
    'message report',
  ]);
  for (const { name, description } of manifest.features.shortcuts) {
    expect([...name].length).toBeLessThanOrEqual(24);
    expect([...description].length).toBeLessThanOrEqual(150);
  }
  expect(manifest.features.shortcuts).toEqual(freshWorkspace.shortcuts);
  expect(manifest.settings.socket_mode_enabled).toBe(true);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual(['reaction_added', 'user_change']);
  expect(JSON.stringify(manifest)).not.toContain('http');
});

test('the invitation to Discord asks for exactly what the bot needs', () => {
  const url = new URL(discordInviteLink('123456789012345678'));
  expect(url.searchParams.get('client_id')).toBe('123456789012345678');
  expect(url.searchParams.get('scope')).toBe('bot applications.commands');
  const asked = BigInt(url.searchParams.get('permissions') ?? '');
  const names = Object.entries(PermissionFlagsBits).filter(([, bit]) => (asked & bit) === bit);
  expect(names.map(([name]) => name).sort()).toEqual([
    'AttachFiles',
    'CreatePublicThreads',
    'EmbedLinks',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
});
