import { describe, expect, test } from 'vitest';
import { documentReaders, readSource } from '../../../src/briefs/readers/read-source.ts';

function read(text: string) {
  return readSource({ file: 'inbox/x', text, hash: 'h' }, documentReaders);
}
const first = (text: string) => read(text).briefs[0];

const body = `Nordwind Robotics said on Tuesday that its harbour robots sorted 4,200 containers in one night without a crane.

The company trained them for 18 months on recordings of the port of Halden. The port paid 3.4 million euros for six machines.`;
const title = 'Harbour robots learn to sort cargo without a crane';

describe('what stands around an article', () => {
  test.each([
    [
      'front matter of a blog',
      `---\ntitle: "${title}"\ndate: 2026-03-12\nauthor: [Ida Berg]\nsite: Port Gazette\nurl: https://port.example/robots\n---\n\n${body}`,
    ],
    [
      'one line that states several things',
      `${title}\n\nBy Ida Berg | March 12, 2026 | 3 min read\n\n${body}\n\nSource: Port Gazette`,
    ],
    ['a name and a date', `${title}\n\nIda Berg, Mar. 12th, 2026\n\n${body}`],
    ['a German date', `${title}\n\nVon Ida Berg\nStand: 12.03.2026\n\n${body}`],
  ])('%s gives date and author, and is no text', (_, text) => {
    const brief = first(text);
    expect(brief).toMatchObject({ title, datePublished: '2026-03-12' });
    expect(brief?.summary.en).toMatch(/^Nordwind Robotics said on Tuesday/);
  });

  test.each([
    ['By Ida Berg, Port Gazette', 'Ida Berg', 'Port Gazette'],
    ['By Ida Berg | Port Gazette', 'Ida Berg', 'Port Gazette'],
    ['By Ida Berg (Port Gazette)', 'Ida Berg', 'Port Gazette'],
    ['By Ida Berg, Staff Writer', 'Ida Berg', ''],
    ['By Ida Berg, March 12, 2026', 'Ida Berg', ''],
    ['*By **Ida Berg**, Staff Writer • March 12, 2026 • 3 min read*', 'Ida Berg', ''],
    ['来源：港口报 作者：伊达', '伊达', '港口报'],
  ])('%s names the author and the outlet', (line, author, outlet) => {
    expect(first(`${title}\n\n${line}\n\n${body}`)).toMatchObject({ author, sourceName: outlet });
  });

  test('a README is no article', () => {
    const text = `# Lantern\n\n${body}\n\n## Installation\n\nInstall it with npm. It takes a minute.\n\n## License\n\n${body}`;
    expect(read(text).kind).toBeNull();
    expect(read(text.replace('## Installation', '## What the port says')).kind).toBe('article');
  });

  test('a date that could be of two months is none', () => {
    expect(first(`${title}\n\nPublished: 03/12/2026\n\n${body}`)?.datePublished).not.toBe('2026-12-03');
  });

  test.each([
    'We and our 843 partners store and access information on your device.',
    'Your privacy matters to us',
    'This article is for subscribers only.',
    'Filed under: Robots, Ports',
    'Editing by Mara Lindqvist',
    '기사 스크랩',
    '▲ 노르트빈트의 항만 로봇이 컨테이너를 옮기고 있다. [사진=노르트빈트]',
    'Photo: Ida Berg / Port Gazette',
  ])('the line “%s” is left out', (line) => {
    const brief = first(`${title}\n\n${line}\n\n${body}\n\n${line}`);
    expect(brief?.title).toBe(title);
    expect(JSON.stringify(brief)).not.toContain(line);
  });

  test('a block of code is no text of an article, and its comments are no headings', () => {
    const code =
      '```python\n# The answer to everything\nprint("It sorted 99,000 containers. It did so alone, the code says.")\n```';
    const brief = first(`${title}\n\n${code}\n\n${body}`);
    expect(brief?.title).toBe(title);
    expect(JSON.stringify(brief)).not.toMatch(/99,000|answer to everything/);
  });

  test('a button for comments above the text does not end it', () => {
    expect(first(`${title}\n\n💬 Comments (3)\n\n${body}`)?.summary.en).toContain('4,200 containers');
  });

  test('text without a headline is headed by its first sentence', () => {
    expect(first(body)?.title).toMatch(/^Nordwind Robotics said on Tuesday/);
  });

  test('a Korean wire mark before the first words is no part of them', () => {
    const korean = `항만 로봇, 크레인 없이 화물 분류

[하버뉴스=김서연 기자] 노르트빈트 로보틱스는 화요일 항만 로봇이 하룻밤에 컨테이너 4,200개를 분류했다고 밝혔다.

회사는 할덴 항구의 기록으로 18개월 동안 로봇을 학습시켰다. 항구는 여섯 대에 340만 유로를 냈다.`;
    expect(first(korean)?.summary.ko).toMatch(/^노르트빈트 로보틱스는/);
  });
});

describe('text made to be too much', () => {
  test('a page nested without end is a problem of its own, with what to do', () => {
    const deep = `<html><body><article>${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}</article></body></html>`;
    const { briefs, problems } = read(deep);
    expect(briefs).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  test.each(['a', 'Harbor Motors opened a hub on Monday. ', '항구가 열렸다. '])(
    'one line of 5 MB is called what it is, with what to do (%s)',
    (words) => {
      const { briefs, problems } = read(words.repeat(5_000_000 / words.length));
      expect(briefs).toEqual([]);
      expect(problems.map(({ reason }) => reason)).toEqual([
        'It has a line of over 500000 characters: save the article as text with an end of line after each paragraph, or move the file away.',
      ]);
    },
  );

  test('an image that is written out in an article does not make it such a line', () => {
    const image = `![A hub](data:image/png;base64,${'QUJD'.repeat(150_000)})`;
    expect(first(`# ${title}\n\n${body}\n\n${image}`)?.title).toBe(title);
  });

  test.each(['[', '**', '`', '<a ', '~~', '*', '_'])(
    '%s a hundred thousand times is read all the same',
    (mark) => {
      expect(first(`# ${title}\n\n${body}\n\n${mark.repeat(100_000)}`)?.title).toBe(title);
    },
  );
});

describe('which line is the title', () => {
  test.each([
    ['## TL;DR', '## Why it matters'],
    ['## Summary', '## Key numbers'],
    ['## 요약', '## 핵심 숫자'],
    ['### 🔑 Key takeaways:', '### What happened'],
    ['## In brief', '## Background'],
  ])('a plain headline above %s, not a label', (label, other) => {
    const text = `${title}\n\n${label}\n\n${body}\n\n${other}\n\nThe port is the first to do so. It has 1,600 cranes of the old kind.`;
    expect(first(text)?.title).toBe(title);
    expect(first(`42 points | 17 comments\nr/ports\n\n🚨 ${text}`)?.title).toContain(title);
    expect(first(text.replace(title, `${label}\n\n## ${title}`))?.title).toBe(title);
  });

  test('a label over text without a headline is none: the first sentence stands for it', () => {
    expect(first(`## TL;DR\n\n${body}`)?.title).toMatch(/^Nordwind Robotics said on Tuesday/);
  });

  test('a heading of its own goes before the line of a site above it', () => {
    expect(first(`The Port Gazette of Halden\n\n# ${title}\n\n${body}`)?.title).toBe(title);
    expect(first(`Ports and harbours of the north\n\n## ${title}\n\n${body}`)?.title).toBe(title);
  });
});
