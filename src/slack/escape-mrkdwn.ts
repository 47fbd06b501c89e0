import { withoutInvisible } from '../briefs/plain-text.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Look-alikes for the characters by which mrkdwn styles text; it knows no way to escape them. */
const lookalikes: Record<string, string> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ' };

/**
 * Foreign text for a mrkdwn object: no mention, link or date markup, no styling.
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeMrkdwn(text: string): string {
  return withoutInvisible(text)
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(
      /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu,
      (character) => lookalikes[character] ?? character,
    );
}

/** Foreign text for a link's label: as in {@link escapeMrkdwn}, on one line and without the bar that would end it. */
export function escapeLabel(text: string): string {
  return escapeMrkdwn(text.replace(/\|/g, '¦').replace(/\s+/g, ' '));
}

/** Foreign text for a message's top-level `text`: words that could call a whole channel are kept apart from their `@`. */
export function escapeTopLevel(text: string): string {
  return withoutInvisible(text)
    .replace(/[&<>]/g, (character) => entities[character] ?? character)
    .replace(/@(?=here|channel|everyone|group)/gi, '@\u2060');
}
