import type { Channel, Person } from '../world.ts';

/** The workspace a fresh sandbox shows: a Korean–English team. Ids are stable, so that settings can name them. */
export const freshWorkspace = {
  workspace: { id: 'T0SANDBOX', name: 'Sandbox' },
  domain: 'sandbox',
  bot: { user: 'U0SANDBOXBOT', app: 'B0SANDBOX', name: 'Sowhat' },
  appId: 'A0SANDBOX',
  botToken: 'xoxb-sandbox-not-a-real-token',
  appToken: 'xapp-sandbox-not-a-real-token',
  people: [
    person('U0SEOYEON', '김서연', 'ko-KR', true),
    person('U0JUNHO', '이준호', 'ko-KR', false),
    person('U0EMMA', 'Emma Clarke', 'en-US', false),
    person('U0DANIEL', 'Daniel Okafor', 'en-GB', false),
  ],
  channels: [
    channel('C0SANDBOXKO', '마케팅-브리핑'),
    channel('C0SANDBOXEN', 'marketing-briefing'),
    channel('C0SANDBOXOPS', 'bot-ops'),
  ],
  scopes: [
    'chat:write',
    'commands',
    'reactions:read',
    'channels:read',
    'channels:join',
    'channels:history',
    'groups:read',
    'groups:history',
    'im:read',
    'im:write',
    'im:history',
    'users:read',
    'files:write',
    'files:read',
  ],
  commands: [
    {
      command: '/brief',
      description: '주제별 브리핑 · Brief me on a topic',
      usage_hint: '[topic]',
      should_escape: true,
    },
  ],
  shortcuts: [
    {
      type: 'message',
      callback_id: 'edit',
      name: 'Retract/correct 삭제·정정',
      description: 'Managers only · 관리자용',
    },
    {
      type: 'message',
      callback_id: 'report',
      name: 'Report a problem 문제 신고',
      description: 'Tells the operator · 운영자에게',
    },
  ],
  events: ['reaction_added', 'app_home_opened', 'app_uninstalled', 'tokens_revoked', 'user_change'],
} as const;

/** Author of what Slack itself tells a person. */
export const slackbot = 'USLACKBOT';

function person(id: string, name: string, locale: string, isAdmin: boolean): Person {
  return { id, name, locale, isBot: false, isAdmin };
}

function channel(id: string, name: string): Channel {
  return {
    id,
    name,
    kind: 'channel',
    parent: null,
    botIsMember: true,
    isArchived: false,
    denied: [],
    createdBy: 'U0SEOYEON',
  };
}
