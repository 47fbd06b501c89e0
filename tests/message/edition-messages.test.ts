import { describe, expect, test } from 'vitest';
import { editionMessages } from '../../src/message/edition-messages.ts';
import type { Message, MessageLanguage } from '../../src/message/message.ts';
import { plainMessage } from '../../src/message/plain-message.ts';
import { restMessage } from '../../src/message/rest-message.ts';
import { threadName } from '../../src/message/thread-name.ts';
import { makeEdition, makeStory } from './make-edition.ts';

function pressed(message: Message): string[] {
  return message.groups.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'buttons'
        ? block.buttons.flatMap((button) => (button.kind === 'press' ? [button.action] : []))
        : [],
    ),
  );
}

function skimText(language: MessageLanguage, edition = makeEdition()): string {
  return plainMessage(editionMessages(edition, language).skim);
}

function storyText(language: MessageLanguage, edition = makeEdition()): string {
  const [first] = editionMessages(edition, language).stories;
  return first ? plainMessage(first.message) : '';
}

describe('the skim message', () => {
  test('whole, in Korean', () => {
    expect(editionMessages(makeEdition(), 'ko').skim).toEqual({
      language: 'ko',
      push: '계산대가 사라지고 있다.',
      groups: [
        { blocks: [{ kind: 'heading', text: '3월 9–10일 · 3건 중 1건' }] },
        {
          blocks: [
            { kind: 'divider' },
            { kind: 'text', inlines: [{ kind: 'text', text: '계산대가 사라지고 있다.', bold: true }] },
            { kind: 'text', inlines: [{ kind: 'text', text: '→ 무인 결제를 시험해 볼 때다.' }] },
            {
              kind: 'small',
              inlines: [
                { kind: 'text', text: 'Outlet a' },
                { kind: 'text', text: ' · ' },
                { kind: 'link', text: 'Harbor Cart opens store a', url: 'https://news.example/a' },
              ],
            },
          ],
        },
        {
          blocks: [
            {
              kind: 'buttons',
              buttons: [
                { kind: 'press', label: '나머지 2건', action: 'rest' },
                { kind: 'press', label: 'English', action: 'lang:en' },
              ],
            },
          ],
          repeats: true,
        },
      ],
    });
  });

  test('in English the title is the bold line and the link', () => {
    expect(skimText('en')).toBe(
      [
        'Harbor Cart opens store a',
        '→ It is time to try unattended checkout.',
        'Outlet a',
        '',
        'Mar 9–10 · 1 of 3',
      ].join('\n'),
    );
  });

  test('in both: the Korean line, the title, and both so-whats', () => {
    expect(skimText('both')).toBe(
      [
        '계산대가 사라지고 있다.',
        '→ 무인 결제를 시험해 볼 때다.',
        'Harbor Cart opens store a',
        '→ It is time to try unattended checkout.',
        'Outlet a',
        '',
        '3월 9–10일 · 3건 중 1건',
        'Mar 9–10 · 1 of 3',
      ].join('\n'),
    );
  });

  test('in both, a story that has no Korean is told in English once, without marks', () => {
    const english = makeStory({
      summary: { ko: '', en: 'It opened.' },
      soWhat: { ko: '', en: 'Try it.' },
      insight: { ko: '', en: 'Tills go.' },
    });
    expect(skimText('both', makeEdition({ highlights: [english], headlines: [], rest: [] }))).toBe(
      [
        'Harbor Cart opens store a',
        '→ Try it.',
        'Outlet a',
        '',
        '3월 9–10일 · 1건',
        'Mar 9–10 · 1 story',
      ].join('\n'),
    );
  });

  test('a story more than seven days old shows its date, a younger one does not', () => {
    const dated = (datePublished: string) =>
      skimText('ko', makeEdition({ highlights: [makeStory({ datePublished })] }));
    expect(dated('2026-03-02')).toContain('· 3월 2일');
    expect(dated('2026-03-03')).not.toContain('3월 3일');
    expect(dated('2022-07-21')).toContain('· 2022년 7월 21일');
  });

  test('an update names the day of the story it continues and links to it', () => {
    const told = {
      story: 'old.md',
      urlKey: '',
      edition: 'e',
      date: '2026-03-03',
      link: 'https://chat.example/p1',
    };
    const updating = (date: string, language: MessageLanguage) =>
      JSON.stringify(
        editionMessages(
          makeEdition({ highlights: [makeStory({}, { updateOf: { ...told, date } })] }),
          language,
        ).skim,
      );
    const link = (text: string) => JSON.stringify({ kind: 'link', text, url: told.link });
    expect(updating('2026-03-05', 'en')).toContain(link('Update to Thursday’s story'));
    expect(updating('2026-03-05', 'ko')).toContain(link('목요일 소식의 후속'));
    expect(updating('2026-03-03', 'en')).toContain(link('Update to Mar 3’s story'));
    expect(updating('2026-03-10', 'ko')).toContain(link('오늘 앞서 전한 소식의 후속'));
  });

  test('the first edition explains flags and the command in one line', () => {
    const first = makeEdition({ isFirst: true });
    expect(skimText('ko', first)).toContain('🇺🇸 이모지를 달면');
    expect(skimText('en', first)).toContain('/brief and a topic');
    expect(skimText('ko')).not.toContain('/brief');
  });

  test('without so-whats there is neither so-what nor insight', () => {
    const quiet = makeEdition({}, { soWhat: false });
    expect(skimText('ko', quiet)).not.toContain('→');
    expect(skimText('ko', quiet)).toContain('하버카트가 새 매장을 열었다.');
    expect(storyText('ko', quiet)).not.toContain('무인 결제');
  });

  test('without a highlight the headlines are listed', () => {
    const plain = makeEdition({ highlights: [], rest: [] });
    const { skim, stories } = editionMessages(plain, 'ko');
    expect(plainMessage(skim)).toBe('• 계산대가 사라지고 있다 · Outlet b\n\n3월 9–10일 · 1건');
    expect(pressed(skim)).toEqual(['lang:en']);
    expect(stories).toEqual([]);
  });
});

describe('a story’s own message', () => {
  test('summary, so-what, key points with marks, original title and source', () => {
    expect(storyText('ko')).toBe(
      [
        '계산대가 사라지고 있다.',
        '하버카트가 새 매장을 열었다. 계산대가 없다.',
        '→ 무인 결제를 시험해 볼 때다.',
        '핵심 내용',
        '• A store without a till (영문)',
        '• 매장 12곳으로 확대',
        'Outlet a · Harbor Cart opens store a',
      ].join('\n'),
    );
    expect(storyText('en')).toContain('• A store without a till\n• 매장 12곳으로 확대 (in Korean)');
  });

  test('where no key point is in the language the mark stands once', () => {
    const english = makeEdition({ highlights: [makeStory({ keyPoints: ['One', 'Two'] })] });
    expect(storyText('ko', english)).toContain('핵심 내용 (영문)\n• One\n• Two\n');
    expect(storyText('both', english)).toContain('핵심 내용 · Key points\n• One\n• Two\n');
  });

  test('both: two halves, key points once', () => {
    expect(storyText('both')).toBe(
      [
        '계산대가 사라지고 있다.',
        '하버카트가 새 매장을 열었다. 계산대가 없다.',
        '→ 무인 결제를 시험해 볼 때다.',
        'Harbor Cart opens store a',
        'Harbor Cart opened a store. It has no checkout.',
        '→ It is time to try unattended checkout.',
        '핵심 내용 · Key points',
        '• A store without a till',
        '• 매장 12곳으로 확대',
        'Outlet a',
      ].join('\n'),
    );
  });

  test('other sources and differing figures are shown with who says which', () => {
    const story = makeStory(
      {},
      {
        sources: [
          { name: 'Outlet a', url: 'https://news.example/a', file: 'a.md' },
          { name: 'Tide Post', url: 'https://tide.example/x', file: 'x.md' },
          { name: 'Tide Post', url: 'https://tide.example/x', file: 'y.md' },
        ],
        figures: [
          {
            what: '매장',
            values: [
              { value: '12곳', source: 'Outlet a' },
              { value: '13곳', source: 'Tide Post' },
            ],
          },
        ],
      },
    );
    const text = storyText('ko', makeEdition({ highlights: [story] }));
    expect(text).toContain('출처마다 다른 수치\n• 매장: 12곳 (Outlet a), 13곳 (Tide Post)');
    expect(text).toMatch(/다른 출처: Tide Post$/);
  });

  test('an automatic extract and a machine’s text say so', () => {
    const made = (how: 'extract' | 'machine') =>
      storyText('en', makeEdition({ highlights: [makeStory({ made: how })] }));
    expect(made('extract')).toContain('Automatic extract');
    expect(made('machine')).toContain('Machine-made summary');
  });
});

describe('everything in the channel', () => {
  test('layout full: stories in full, headlines in a line, a button for the rest', () => {
    const { full } = editionMessages(makeEdition({}, { layout: 'full' }), 'ko');
    const text = full ? plainMessage(full) : '';
    expect(text).toContain('핵심 내용');
    expect(text).toContain('한 줄 소식\n• 계산대가 사라지고 있다 · Outlet b');
    expect(full ? pressed(full) : []).toEqual(['rest', 'lang:en']);
    expect(JSON.stringify(full)).toContain('나머지 1건');
  });

  test('layout skim has none', () => {
    expect(editionMessages(makeEdition(), 'ko').full).toBeUndefined();
  });
});

test('every message that is posted has a button that can be pressed', () => {
  for (const language of ['ko', 'en', 'both'] as const) {
    const { skim, stories, full } = editionMessages(makeEdition({}, { layout: 'full' }), language);
    for (const message of [skim, full, ...stories.map((story) => story.message)])
      expect(message ? pressed(message).length : 0).toBeGreaterThan(0);
  }
});

test('what is behind the button', () => {
  expect(plainMessage(restMessage(makeEdition(), 'ko'))).toBe(
    [
      '• 계산대가 사라지고 있다 · Outlet b',
      '• 계산대가 사라지고 있다 · Outlet c',
      '',
      '3월 9–10일 · 나머지 2건',
    ].join('\n'),
  );
  expect(plainMessage(restMessage(makeEdition({}, { layout: 'full' }), 'en'))).toBe(
    '• Harbor Cart opens store c · Outlet c\n\nMar 9–10 · 1 more',
  );
});

test('the thread is named for the days', () => {
  expect(threadName(makeEdition(), 'ko')).toBe('3월 9–10일 브리핑');
  expect(threadName(makeEdition(), 'both')).toBe('3월 9–10일 브리핑 · Briefing Mar 9–10');
});
