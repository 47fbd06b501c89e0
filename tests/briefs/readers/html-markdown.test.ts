import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { htmlMarkdown } from '../../../src/briefs/readers/html-markdown.ts';
import { documentReaders, readSource } from '../../../src/briefs/readers/read-source.ts';

describe('lists within lists', () => {
  test('an entry below an entry is written indented', () => {
    const html =
      '<p>Ports</p><ul><li>Halden<ul><li>Cost: €3 million</li><li>Opens in May<ol><li>In the <b>north</b></li></ol></li></ul> and more</li><li><p>Orrin</p><p>stays</p></li></ul>';
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    expect(htmlMarkdown(document.body).split('\n\n')).toEqual([
      'Ports',
      '- Halden',
      '  - Cost: €3 million',
      '  - Opens in May',
      '    - In the **north**',
      '  and more',
      '- Orrin',
      '  stays',
    ]);
  });

  test('what stands below an item of a letter is told by it, and is no item', () => {
    const item = (head: string, text: string) =>
      `<li><strong>${head}</strong> — ${text} <a href="https://x.example/${head.length}">Link</a></li>`;
    const below = '<ul><li>Cost: €3.2 million in all.</li><li>Opening: in May of this year.</li></ul>';
    const top = `${item('Nordwind sorts cargo alone', 'Its robots moved 4,200 containers in one night.')}<li><strong>Orrin:</strong> the grocer adds 48 lockers in Basel.${below}</li>`;
    const rest = `${item('Kestrel raises prices', 'All its 40 plans cost 8% more from April.')}${item('Halden counts ships', 'The port saw 1,900 of them, up 7% in a year.')}`;
    const letter = `<html><head><title>Port Notes #7</title><link rel="canonical" href="https://port.example/7"></head><body><article><h1>Port Notes #7</h1><h2>Ports</h2><ul>${top}</ul><h2>Carts</h2><ul>${rest}</ul></article></body></html>`;
    const { kind, briefs } = readSource({ file: 'a', text: letter, hash: 'h' }, documentReaders);
    expect([kind, briefs.map(({ title, summary }) => [title, summary.en])]).toEqual([
      'roundup',
      [
        ['Nordwind sorts cargo alone', 'Its robots moved 4,200 containers in one night.'],
        [
          'Orrin',
          'the grocer adds 48 lockers in Basel. Cost: €3.2 million in all. Opening: in May of this year.',
        ],
        ['Kestrel raises prices', 'All its 40 plans cost 8% more from April.'],
        ['Halden counts ships', 'The port saw 1,900 of them, up 7% in a year.'],
      ],
    ]);
  });
});
