import { describe, expect, test } from 'vitest';
import { gateBrief } from '../../src/briefs/gate.ts';
import { documentReaders, readSource } from '../../src/briefs/readers/read-source.ts';
import { readFile } from '../../src/library/read-file.ts';

function held(text: string): string[] {
  const reading = {
    load: () => ({ file: 'a.md', text, hash: 'h' }),
    read: (source: { file: string; text: string; hash: string }) => readSource(source, documentReaders),
    gate: gateBrief,
  };
  const listed = { file: 'a.md', path: '/a.md', mtimeMs: 1, size: 1 };
  const { record } = readFile(reading, listed, undefined, new Set(), Date.UTC(2026, 2, 12));
  expect(record.kind).not.toBeNull();
  return record.quarantined.map(({ reason }) => reason);
}

const turned = '\u202Emoc.live\u202C';
const masked = '[https://bank.example/login](https://evil.example/x)';
const hides = 'Its text holds characters that turn or hide what is read.';
const shows = 'Its text shows the address bank.example over a link to evil.example.';

const article = (words: string) => `# Harbour robots learn to sort cargo without a crane

Nordwind Robotics said on Tuesday that its robots sorted 4,200 containers in one night${words}. The port of Halden paid for it.

Its chief engineer called the result a quiet revolution for small ports of the north.`;

const roundup = (words: string) => `# News | Compass
**Source:** https://compass.example/9
## Ports
- **Nordwind raises money** — The lab closed a Series C led by Harbor Ventures${words}.
- **Kestrel 2.0 ships** — The model costs 40% less than the first one did.
- **Orrin cuts its ads** — The chain spends 30% less on search this quarter.
`;

const page = (words: string) =>
  `<html><head><title>Harbour robots learn to sort cargo</title></head><body><article><h1>Harbour robots learn to sort cargo</h1><p>Nordwind Robotics said on Tuesday that its robots sorted 4,200 containers in one night${words}. The port of Halden paid for it.</p><p>${'Its chief engineer called the result a quiet revolution for small ports of the north. '.repeat(4)}</p></article></body></html>`;

describe('the gate sees what an item or an article was before cleaning', () => {
  test.each([
    ['an article', article],
    ['a roundup', roundup],
    ['a web page', page],
  ])('%s', (_, make) => {
    expect(held(make(''))).toEqual([]);
    expect(held(make(`, see [the report](https://a.example/r)`))).toEqual([]);
    expect(held(make(` at ${turned}`))).toEqual([hides]);
    expect(held(make(` at ${turned.replace('\u202E', '&#8238;')}`))).toEqual([hides]);
    const link = make === page ? '<a href="https://evil.example/x">https://bank.example/login</a>' : masked;
    expect(held(make(`, see ${link}`))).toEqual([shows]);
  });

  test('what a page holds besides is not its fault', () => {
    expect(held(`${article('')}\n\nShare this: ${masked} ${turned}`)).toEqual([]);
  });
});
