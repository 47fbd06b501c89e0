import type { Channel, StoredMessage, World } from '../../../src/sandbox/world.ts';

/** 08:30 in Seoul on Monday, 23 February 2026. */
export const MORNING = Date.UTC(2026, 1, 22, 23, 30);

function message(
  part: Partial<StoredMessage> & Pick<StoredMessage, 'id' | 'channel' | 'author' | 'payload'>,
): StoredMessage {
  return {
    thread: null,
    createdAt: MORNING,
    editedAt: null,
    reactions: [],
    privateTo: null,
    invokedAs: null,
    ...part,
  };
}

const room: Omit<Channel, 'id' | 'name'> = {
  kind: 'channel',
  parent: null,
  botIsMember: true,
  isArchived: false,
  denied: [],
  createdBy: null,
};

const LEADS = [
  [
    '대형 유통사 한빛마트가 자체 쇼핑 에이전트를 공개하고 결제까지 한 번에 처리한다',
    '상품 정보를 기계가 읽기 쉬운 형태로 정리한 브랜드가 먼저 추천될 가능성이 큽니다.',
    '리테일저널',
  ],
  [
    '광고 측정 스타트업 루멘트릭스, 시리즈 B에서 420억 원 유치',
    '쿠키 없는 측정에 예산이 옮겨가는 속도가 빨라지고 있습니다. 내년 측정 도구 계약을 미리 점검할 때입니다.',
    'AdLedger',
  ],
  [
    '소형 언어 모델 증류로 고객 응대 비용이 60% 줄었다는 사례 발표',
    '반복 문의가 많은 브랜드라면 작은 모델로도 충분하다는 근거가 생겼습니다.',
    '온디바이스 위클리',
  ],
] as const;

function mrkdwn(text: string): object {
  return { type: 'mrkdwn', text, verbatim: true };
}

function slackStory([lead, soWhat, source]: (typeof LEADS)[number], at: number): object[] {
  return [
    { type: 'section', text: mrkdwn(`*${at + 1}. ${lead}*\n→ ${soWhat}`) },
    { type: 'context', elements: [mrkdwn(`<https://news.example/story-${at}|${source}> · 2월 22일`)] },
  ];
}

function slackButton(text: string, action: string, more: object = {}): object {
  return {
    type: 'button',
    text: { type: 'plain_text', text, emoji: true },
    action_id: action,
    value: action,
    ...more,
  };
}

export const slackWorld: World = {
  platform: 'slack',
  workspace: { id: 'T0SANDBOX', name: '한들 마케팅' },
  bot: { user: 'U0BOT', app: 'B0BOT', name: '브리프봇' },
  people: [
    { id: 'U0HANEUL', name: '김하늘', locale: 'ko-KR', isBot: false, isAdmin: true },
    { id: 'U0MAYA', name: 'Maya Torres', locale: 'en-US', isBot: false, isAdmin: false },
    { id: 'U0JUN', name: '박준', locale: 'ko-KR', isBot: false, isAdmin: false },
    { id: 'U0BOT', name: '브리프봇', locale: 'en-US', isBot: true, isAdmin: false },
  ],
  channels: [
    { ...room, id: 'C0KO', name: 'marketing-ko' },
    { ...room, id: 'C0EN', name: 'marketing-en' },
    { ...room, id: 'C0OPS', name: 'ops', kind: 'private' },
    { ...room, id: 'D0HANEUL', name: '김하늘', kind: 'dm' },
  ],
  messages: [
    message({
      id: '1771800000.000100',
      channel: 'C0KO',
      author: 'U0HANEUL',
      createdAt: MORNING - 900_000,
      payload: { text: '좋은 아침입니다! 오늘 회의 전에 브리핑 읽고 오세요 :wave:' },
    }),
    message({
      id: '1771803000.000100',
      channel: 'C0KO',
      author: 'U0BOT',
      reactions: [
        { emoji: 'us', people: ['U0MAYA'] },
        { emoji: 'eyes', people: ['U0HANEUL', 'U0JUN'] },
      ],
      payload: {
        text: '대형 유통사 한빛마트가 …',
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: '2월 21–23일 · 75건 중 3건', emoji: true } },
          ...LEADS.flatMap(slackStory),
          { type: 'divider' },
          {
            type: 'actions',
            block_id: 'edition',
            elements: [
              slackButton('English', 'show-en'),
              slackButton('나머지 제목 10건', 'headlines'),
              slackButton('원문 모음', 'open', { url: 'https://news.example/all' }),
            ],
          },
          { type: 'context', elements: [mrkdwn('이 메시지에 🇺🇸 를 달면 스레드에 영어판이 올라옵니다.')] },
        ],
      },
    }),
    message({
      id: '1771803010.000100',
      channel: 'C0KO',
      thread: '1771803000.000100',
      author: 'U0BOT',
      createdAt: MORNING + 10_000,
      payload: {
        text: '…',
        blocks: [
          { type: 'section', text: mrkdwn(`*${LEADS[0][0]}*`) },
          {
            type: 'section',
            text: mrkdwn(
              '한빛마트는 지난 금요일 고객 대신 상품을 고르고 결제까지 마치는 에이전트를 공개했다. 첫 달에는 수도권 회원 30만 명이 쓸 수 있고, 가맹 브랜드는 별도 등록 없이 참여한다.',
            ),
          },
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_list',
                style: 'bullet',
                elements: [
                  {
                    type: 'rich_text_section',
                    elements: [{ type: 'text', text: '회원 30만 명부터 단계적으로 연다' }],
                  },
                  {
                    type: 'rich_text_section',
                    elements: [
                      { type: 'text', text: 'Brands join without signing up ' },
                      { type: 'text', text: '영문', style: { code: true } },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: 'section',
            text: mrkdwn(`→ ${LEADS[0][1]}`),
            accessory: {
              type: 'overflow',
              action_id: 'story',
              options: [
                { text: { type: 'plain_text', text: '문제 신고' }, value: 'report' },
                { text: { type: 'plain_text', text: '정정' }, value: 'correct' },
              ],
            },
          },
          {
            type: 'context',
            elements: [
              mrkdwn(
                '원제 <https://news.example/story-0|Hanbit Mart ships a shopping agent &amp; pays for you>',
              ),
            ],
          },
        ],
      },
    }),
    message({
      id: '1771803100.000100',
      channel: 'C0KO',
      author: 'U0BOT',
      createdAt: MORNING + 100_000,
      privateTo: 'U0HANEUL',
      invokedAs: '/brief 증류',
      payload: {
        text: '증류',
        blocks: [
          { type: 'section', text: mrkdwn('*‘증류’ 브리핑 2건*') },
          {
            type: 'section',
            text: mrkdwn(`*<https://news.example/story-2|${LEADS[2][0]}>*\n→ ${LEADS[2][1]}`),
          },
          {
            type: 'actions',
            elements: [
              slackButton('채널에 공유', 'share', {
                style: 'primary',
                confirm: {
                  title: { type: 'plain_text', text: '공유할까요?' },
                  text: { type: 'plain_text', text: '채널의 모든 사람이 보게 됩니다.' },
                  confirm: { type: 'plain_text', text: '공유' },
                  deny: { type: 'plain_text', text: '취소' },
                },
              }),
              slackButton('English', 'answer-en'),
            ],
          },
        ],
      },
    }),
    message({
      id: '1771800000.000200',
      channel: 'C0EN',
      author: 'U0MAYA',
      createdAt: MORNING - 86_400_000,
      payload: { text: 'Morning! *Three* things, see `notes.md`' },
    }),
  ],
  modals: [],
  commands: [
    { command: '/brief', description: '주제별 브리핑 · Brief me on a topic', usage_hint: '[topic]' },
  ],
  scopes: ['chat:write'],
  sockets: 2,
};

function discordStory([lead, soWhat, source]: (typeof LEADS)[number], at: number): object {
  return {
    type: 10,
    content: `### ${at + 1}. ${lead}\n→ ${soWhat}\n-# [${source}](https://news.example/story-${at}) · <t:1771718400:D>`,
  };
}

const discordButton = { type: 2, style: 2 };

export const discordWorld: World = {
  platform: 'discord',
  workspace: { id: '100000000000000001', name: '한들 마케팅' },
  bot: { user: '100000000000000201', app: '100000000000000201', name: '브리프봇' },
  people: [
    { id: '100000000000000301', name: '하늘', locale: 'ko', isBot: false, isAdmin: true },
    { id: '100000000000000302', name: 'maya', locale: 'en-US', isBot: false, isAdmin: false },
    { id: '100000000000000201', name: '브리프봇', locale: 'en-US', isBot: true, isAdmin: false },
  ],
  channels: [
    { ...room, id: '100000000000000101', name: 'marketing-ko' },
    { ...room, id: '100000000000000102', name: 'marketing-en' },
    { ...room, id: '100000000000000103', name: 'ops' },
    { ...room, id: '100000000000000401', name: '2월 21–23일', kind: 'thread', parent: '100000000000000101' },
  ],
  messages: [
    message({
      id: '100000000000000400',
      channel: '100000000000000101',
      author: '100000000000000302',
      createdAt: MORNING - 600_000,
      payload: { content: 'good morning — **skim** below, ||spoiler|| inside' },
    }),
    message({
      id: '100000000000000401',
      channel: '100000000000000101',
      author: '100000000000000201',
      reactions: [{ emoji: '🇺🇸', people: ['100000000000000302'] }],
      payload: {
        flags: (1 << 15) | (1 << 12),
        components: [
          {
            type: 17,
            accent_color: 0x5b3df5,
            components: [
              { type: 10, content: '## 2월 21–23일 · 75건 중 3건' },
              ...LEADS.flatMap((lead, at) => [{ type: 14, spacing: 1 }, discordStory(lead, at)]),
              { type: 14, divider: true },
              {
                type: 1,
                components: [
                  { ...discordButton, style: 1, label: 'English', custom_id: 'en:1', emoji: { name: '🇺🇸' } },
                  { ...discordButton, label: '나머지 제목 10건', custom_id: 'more:1' },
                  { type: 2, style: 5, label: '원문 모음', url: 'https://news.example/all' },
                ],
              },
              { type: 10, content: '-# 🇺🇸 반응을 달면 스레드에 영어판이 올라옵니다.' },
            ],
          },
        ],
      },
    }),
    message({
      id: '100000000000000410',
      channel: '100000000000000401',
      author: '100000000000000201',
      createdAt: MORNING + 5000,
      payload: {
        flags: 1 << 15,
        components: [
          {
            type: 10,
            content: `## ${LEADS[0][0]}\n한빛마트는 지난 금요일 고객 대신 상품을 고르고 결제까지 마치는 에이전트를 공개했다.\n- 회원 30만 명부터 단계적으로 연다\n- Brands join without signing up \`영문\`\n> → ${LEADS[0][1]}\n-# 원제 [Hanbit Mart ships a shopping agent](https://news.example/story-0)`,
          },
        ],
      },
    }),
    message({
      id: '100000000000000420',
      channel: '100000000000000101',
      author: '100000000000000201',
      createdAt: MORNING + 60_000,
      privateTo: '100000000000000301',
      invokedAs: '/brief topic:증류',
      payload: {
        content: '',
        flags: (1 << 15) | (1 << 6),
        components: [
          {
            type: 17,
            components: [
              {
                type: 10,
                content: `### ‘증류’ 브리핑\n**[${LEADS[2][0]}](https://news.example/story-2)**\n→ ${LEADS[2][1]}`,
              },
              {
                type: 1,
                components: [
                  { ...discordButton, style: 3, label: '채널에 공유', custom_id: 'share' },
                  {
                    type: 3,
                    custom_id: 'pick',
                    placeholder: '다른 주제',
                    options: [
                      { label: '광고 측정', value: 'a' },
                      { label: '리테일', value: 'b' },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    }),
  ],
  modals: [],
  commands: [
    {
      name: 'brief',
      type: 1,
      description: 'Brief me on a topic',
      description_localizations: { ko: '주제별 브리핑' },
      options: [
        { type: 3, name: 'topic', description: 'What about?', autocomplete: true },
        {
          type: 3,
          name: 'lang',
          description: 'Language',
          choices: [
            { name: '한국어', value: 'ko' },
            { name: 'English', value: 'en' },
          ],
        },
      ],
    },
  ],
  scopes: [],
  sockets: 1,
};
