import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { readFrontMatter } from '../../../src/briefs/readers/read-front-matter.ts';

const fixtures = new URL('../fixtures/', import.meta.url);

function read(file: string) {
  return readText(readFileSync(new URL(file, fixtures), 'utf8'), file);
}

function readText(text: string, file = 'a.md') {
  return readFrontMatter({ file, text, hash: createHash('sha256').update(text).digest('hex') });
}

function briefOf(file: string) {
  const reading = read(file);
  expect(reading?.problems).toEqual([]);
  expect(reading?.briefs).toHaveLength(1);
  return reading!.briefs[0]!;
}

function reasonOf(file: string): string {
  const reading = read(file);
  expect(reading?.briefs).toEqual([]);
  expect(reading?.problems.map((problem) => problem.file)).toEqual([file]);
  return reading!.problems[0]!.reason;
}

afterEach(() => {
  expect(globalThis).not.toHaveProperty('frontMatterRan');
  expect({}).not.toHaveProperty('polluted');
});

describe('a processed brief', () => {
  test('is read with every field cleaned', () => {
    const brief = briefOf('complete.md');
    expect({ ...brief, hash: '' }).toEqual({
      file: 'complete.md',
      hash: '',
      kind: 'brief',
      made: 'pipeline',
      id: 'daily_20260310_004',
      title: "Lumenport’s agents & shops: what 'checkout' means",
      url: 'https://www.lantern.example/agents/?page=2',
      urlKey: 'lantern.example/agents?page=2',
      sourceName: 'Commerce Lantern',
      sourceId: 'commerce_lantern',
      language: 'en',
      datePublished: '2026-03-10',
      ingestedAt: Date.UTC(2026, 2, 10, 8, 7, 30, 685),
      categories: ['commerce', 'tech'],
      tags: ['agentic-commerce', 'checkout'],
      regions: ['GLOBAL', 'AMER'],
      summary: {
        ko: '루멘포트가 쇼핑 에이전트를 공개했습니다.',
        en: 'Lumenport has shown a shopping agent.',
      },
      soWhat: { ko: '상품 데이터를 먼저 정리해야 합니다.', en: 'Put the product data in order first.' },
      insight: {
        ko: '에이전트가 장바구니를 채우기 시작했습니다.',
        en: 'Agents have begun to fill the cart.',
      },
      keyPoints: ['Agent checkout opens in May', '결제는 오레리 페이가 맡는다'],
      confidence: 0.8,
      relevance: 0.75,
      impact: 'HIGH',
      theme: 'AI_AGENT',
      sentiment: 'OPPORTUNITY',
      entities: ['Lumenport', 'Orrery Pay'],
    });
    expect(brief.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('with empty summaries takes them from its body, and key_points may be null', () => {
    const brief = briefOf('korean-only.md');
    expect(brief.summary).toEqual({
      ko: '하버마켓의 가격 추적 기능이 <모든> 상점으로 넓어졌다.',
      en: 'Harbor Market’s price tracking reaches every shop.',
    });
    expect(brief.keyPoints).toEqual([]);
    expect(brief.soWhat).toEqual({ ko: '', en: '' });
    expect([brief.url, brief.urlKey]).toEqual(['', '']);
  });

  test('unquoted dates stay dates, and an instant keeps its zone', () => {
    const brief = briefOf('korean-only.md');
    expect(brief.datePublished).toBe('2026-03-11');
    expect(brief.ingestedAt).toBe(Date.UTC(2026, 2, 12));
    expect(brief.sourceName).toBe('12');
  });

  test('with a byte-order mark, an empty first line and Windows line ends is read', () => {
    const brief = briefOf('windows.md');
    expect(brief.title).toBe('Windows line ends');
    expect(brief.ingestedAt).toBe(Date.UTC(2026, 2, 12, 8));
  });

  test('without quotes is read as its writer meant it', () => {
    const brief = briefOf('unquoted.md');
    expect(brief.keyPoints).toEqual(['Lumenport: agents open in May', '42', 'true']);
    expect(brief).toMatchObject({ id: '20260312', tags: ['retail-media'], confidence: 0.55 });
    expect(brief.url).toBe('https://lantern.example/a');
  });

  test('on a name written in parts is the same as on one written whole (NFC)', () => {
    const whole = '한국 caf\u00e9';
    expect(
      readText(`---\ntitle: "${whole.normalize('NFD')}"\nsummary_ko: "x"\n---\n`)?.briefs[0]?.title,
    ).toBe(whole);
  });
});

describe('another kind of document is left to other readers', () => {
  test.each(['blog-post.md', 'rule-first.md'])('%s', (file) => expect(read(file)).toBeNull());
  test('plain text', () => expect(readText('# A page\n\nWith text.')).toBeNull());
  test('an empty file', () => expect(readText('')).toBeNull());
});

describe('front matter runs no code', () => {
  test.each(['javascript', 'js', 'coffee', 'json', 'toml'])('in %s', (language) => {
    expect(reasonOf(`hostile/${language}.md`)).toBe(
      `The first line is "---${language}": write --- alone. Front matter is YAML, and nothing in it is run.`,
    );
  });
  test('with spaces, capitals and an empty line before it', () => {
    expect(reasonOf('hostile/js-spaced.md')).toContain('"---JS"');
  });
  test('in the name of something every object has', () => {
    expect(reasonOf('hostile/inherited-name.md')).toContain('"---constructor"');
  });
  test('through a tag', () => {
    expect(reasonOf('hostile/function-tag.md')).toMatch(/^Line 3: unknown tag .*js\/function/);
  });
});

describe('a broken brief gives its line and what to do', () => {
  const quotes =
    'Put text that holds a colon, a quote, #, & or * into double quotes, and indent with spaces.';
  test.each([
    ['alias-bomb', 'Line 4: "&a" is an anchor, which is not read.'],
    ['asterisk-title', 'Line 3: unidentified alias "Sale*".'],
    ['colon', 'Line 3: bad indentation of a mapping entry.'],
    ['tab', 'Line 5: '],
    ['twice', 'Line 4: duplicated mapping key.'],
  ])('%s', (name, start) => {
    const reason = reasonOf(`hostile/${name}.md`);
    expect(reason.startsWith(start), reason).toBe(true);
    expect(reason.endsWith(quotes), reason).toBe(true);
  });

  test('lists nested without end', () => {
    const text = `---\ntitle: "Deep"\ntags: ${'['.repeat(5_000)}${']'.repeat(5_000)}\n---\n`;
    expect(readText(text)?.problems[0]?.reason).toMatch(/^Line 3: nesting exceeded maxDepth \(100\)/);
  });

  test('every time it is read: nothing is kept from the first time', () => {
    expect(reasonOf('hostile/colon.md')).toBe(reasonOf('hostile/colon.md'));
  });

  test('a file that is only half there', () => {
    const reason = 'The front matter has no end: put a line --- after its last field.';
    expect(reasonOf('hostile/unclosed.md')).toBe(reason);
    expect(reasonOf('hostile/no-closing-line.md')).toBe(reason);
  });

  test('every shorter version of a good file is a problem, another kind, or a brief with its title whole', () => {
    const text = readFileSync(new URL('complete.md', fixtures), 'utf8');
    const title = briefOf('complete.md').title;
    for (let length = 0; length < text.length; length += 7) {
      const reading = readText(text.slice(0, length));
      expect(reading?.briefs.map((brief) => brief.title) ?? []).toEqual(
        reading?.briefs.length ? [title] : [],
      );
      expect(reading === null || reading.briefs.length + reading.problems.length === 1).toBe(true);
    }
  });

  test.each([
    ['+++\ntitle = "A hub"\nsummary_en = "It opens."\n+++\n\nBody.'],
    ['\uFEFF\n+++\r\n# A brief\r\n\r\n[extra]\r\nkey = 1\r\n+++\r\n'],
  ])('front matter in TOML (%j)', (text) => {
    expect(readText(text)?.problems.map(({ reason }) => reason)).toEqual([
      'Its front matter stands between lines +++, as TOML, which is not read: write it in YAML between lines ---, one field a line, as in title: "…".',
    ]);
  });

  test.each(['+++ Breaking +++\n\ntitle = a', '+++\n\nHarbor Motors opens a hub = good news.\n\n+++'])(
    'marks that are no front matter (%j)',
    (text) => expect(readText(text)).toBeNull(),
  );

  test('a closing line with text on it', () => {
    expect(reasonOf('hostile/closing-line-with-text.md')).toBe(
      'Line 4 starts with --- but has more on it: end the front matter with a line --- alone.',
    );
  });

  test('a list in place of fields', () => {
    expect(reasonOf('hostile/list.md')).toBe(
      'The front matter holds no fields: write one field a line, as in title: "…".',
    );
  });

  test('more than 64 KB', () => {
    const text = `---\ntitle: "Long"\nsummary_en: "${'가'.repeat(22_000)}"\n---\n`;
    expect(readText(text)?.problems[0]?.reason).toMatch(/^The front matter is over 64 KB/);
  });

  test('wrong values, all of them at once', () => {
    expect(reasonOf('hostile/wrong-types.md')).toBe(
      [
        'date_published (line 4): found "yesterday", expected a date such as "2026-02-24"',
        'date_ingested (line 5): found "2026-02-30T10:00:00Z", expected an instant such as "2026-02-24T07:02:19Z"',
        "title (line 3): nothing there, expected the article's title",
        'summary_ko (line 6): found a list, expected text in double quotes',
        'key_points (line 8): found a list, expected a list of texts in double quotes',
        'confidence (line 10): found "85", expected a number from 0 to 1',
        'relevance_score (line 11): found "high", expected a number from 0 to 1.',
      ].join('; '),
    );
  });
});

describe('text made to mislead', () => {
  test('a field named __proto__ goes nowhere', () => {
    const brief = briefOf('hostile/prototype.md');
    expect(brief.title).toBe('Prototype');
    expect(Object.getPrototypeOf(brief)).toBe(Object.prototype);
    expect(brief).not.toHaveProperty('polluted');
  });

  test('a link that is code is no link, and is told as it was written', () => {
    const reading = read('hostile/link-javascript.md');
    expect(reading?.briefs[0]?.url).toBe('');
    expect(reading?.link).toBe('javascript:alert(1)');
  });

  test('invisible characters are gone, and the name before an address', () => {
    expect(briefOf('hostile/turned.md')).toMatchObject({
      title: 'Turned gnp.exe around',
      summary: { ko: '', en: 'ABCD' },
      url: 'https://evil.example/x',
    });
  });
});
