import { expect, test } from 'vitest';
import { h } from '../../../../src/sandbox/page/browser/tree/tree.ts';
import { treeToHtml } from '../../../../src/sandbox/page/browser/tree/tree-to-html.ts';

test('text and attributes are escaped, so that nothing in them becomes markup', () => {
  const tree = h(
    'p.note',
    { title: `"><script>alert('x')</script>` },
    '<img src=x onerror=alert(1)> & ',
    h('b', {}, '굵게'),
  );
  expect(treeToHtml(tree)).toBe(
    '<p class="note" title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;">' +
      '&lt;img src=x onerror=alert(1)&gt; &amp; <b>굵게</b></p>',
  );
});

test('what a click would do is no part of the HTML, and empty elements have no end', () => {
  const tree = h(
    'div',
    { on: { click: { do: 'refuse' } }, style: { '--accent': '#5b3df5' } },
    h('hr'),
    h('input', { disabled: true, checked: false }),
  );
  expect(treeToHtml(tree)).toBe('<div style="--accent:#5b3df5"><hr><input disabled=""></div>');
});
