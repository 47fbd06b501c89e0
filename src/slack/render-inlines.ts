import type { RichTextLink, RichTextText } from '@slack/types';
import { withoutInvisible } from '../briefs/plain-text.ts';
import type { Inline } from '../message/message.ts';
import { webLink } from '../message/web-link.ts';
import { escapeLabel, escapeMrkdwn } from './escape-mrkdwn.ts';

/** Words for a rich text block: nothing in them is parsed, so nothing needs escaping. */
export function richInlines(inlines: readonly Inline[]): (RichTextText | RichTextLink)[] {
  return inlines.flatMap((inline): (RichTextText | RichTextLink)[] => {
    const text = withoutInvisible(inline.text);
    if (text === '') return [];
    const italic = inline.kind === 'text' && inline.italic;
    const style =
      inline.bold || italic
        ? { style: { ...(inline.bold ? { bold: true } : {}), ...(italic ? { italic: true } : {}) } }
        : {};
    const url = inline.kind === 'link' ? webLink(inline.url) : '';
    return url === '' ? [{ type: 'text', text, ...style }] : [{ type: 'link', url, text, ...style }];
  });
}

/** The same words as mrkdwn, for the small print of a context block. */
export function mrkdwnInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      const url = inline.kind === 'link' ? webLink(inline.url) : '';
      const label = escapeLabel(inline.text);
      if (url !== '' && label.trim() !== '') return `<${url.replaceAll('&', '&amp;')}|${label}>`;
      return escapeMrkdwn(inline.text).replace(/\s+/g, ' ');
    })
    .join('');
}
