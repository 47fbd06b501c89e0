import { phrase } from '../platform/phrases.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { h, type TreeElement } from '../tree/tree.ts';
import type { Notice } from './page-state.ts';
import { renderAvatar } from './render-avatar.ts';

/** A platform's error under a message's button, or between the messages for a command. */
export function renderNotice(notice: Notice, context: RenderContext): TreeElement {
  const isError = notice.kind === 'error';
  const close = h(
    'button.linklike',
    { type: 'button', on: { click: { do: 'dismiss-notice', notice: notice.id } } },
    phrase('close', context.language),
  );
  const words = [
    isError
      ? h('span.icon.icon-alert', { 'aria-hidden': 'true' })
      : h('span.dots', { 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
    h('span', {}, notice.text),
  ];
  if (notice.message !== null) return h('p.failure', { role: 'alert' }, words);
  const author =
    notice.platform === 'slack' && isError
      ? phrase('slackbot', context.language)
      : context.personName(notice.person);
  return h(
    'article.message.private',
    { key: notice.id, class: `message private notice-${notice.kind}`, role: isError ? 'alert' : 'status' },
    h('div.gutter', {}, renderAvatar(author ?? '', author ?? '', isError)),
    h(
      'div.message-main',
      {},
      notice.platform === 'slack' &&
        isError &&
        h(
          'p.only-you',
          {},
          h('span.icon.icon-eye', { 'aria-hidden': 'true' }),
          phrase('onlyYou', context.language),
        ),
      h('header.author-line', {}, h('strong.author', {}, author ?? '')),
      h('p.failure', {}, words),
      isError && h('p.private-foot', {}, close),
    ),
  );
}
