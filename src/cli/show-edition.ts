import type { Edition } from '../digest/edition.ts';
import { discordRenderer } from '../discord/render-discord.ts';
import { editionMessages } from '../message/edition-messages.ts';
import type { Message, MessageLanguage } from '../message/message.ts';
import { splitMessage } from '../message/split-message.ts';
import { slackRenderer } from '../slack/render-slack.ts';
import type { TerminalLook } from '../terminal/render-message.ts';
import { renderThread } from '../terminal/render-thread.ts';

const renderers = { slack: slackRenderer, discord: discordRenderer } as const;

/** About what a phone shows in one line: what reads well there reads well everywhere. */
const phoneColumns = 52;
/** A terminal that does not know its width says 0; a narrower one than this wraps the lines by itself. */
const leastColumns = 24;

type Terminal = Pick<NodeJS.WriteStream, 'columns' | 'isTTY' | 'hasColors'>;

/** How this terminal shows it. Output that goes into a file has no styles. */
export function terminalLook(output: Terminal): TerminalLook {
  const width = Math.max(leastColumns, Math.min(output.columns || phoneColumns, phoneColumns));
  return { width, colors: output.isTTY === true && output.hasColors() };
}

/**
 * An edition as the channel will show it, thread included; below it, where the channel reads one language, what the
 * button and the flag for the other one bring.
 */
export function showEdition(edition: Edition, look: TerminalLook): string {
  const { rules } = edition;
  const own = renderThread({ title: titleOf(edition), ...partsOf(edition, rules.language) }, look);
  if (rules.language === 'both') return own;
  const other = rules.language === 'ko' ? 'en' : 'ko';
  const title =
    other === 'en' ? '“English” and 🇺🇸 show, to whoever asks:' : '“한국어” and 🇰🇷 show, to whoever asks:';
  const { messages } = partsOf(edition, other);
  return `${own}\n${renderThread({ title, messages, replies: [] }, look)}`;
}

function titleOf({ rules, slot }: Edition): string {
  const platform = rules.platform === 'slack' ? 'Slack' : 'Discord';
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: rules.timezone, timeStyle: 'short' }).format(
    slot.dueAt,
  );
  return `${rules.name} · ${platform} · ${slot.date} ${time} ${rules.timezone}`;
}

function partsOf(edition: Edition, language: MessageLanguage): { messages: Message[]; replies: Message[] } {
  const { fits } = renderers[edition.rules.platform];
  const { skim, full, stories } = editionMessages(edition, language);
  return {
    messages: splitMessage(full ?? skim, fits),
    replies: full ? [] : stories.flatMap(({ message }) => splitMessage(message, fits)),
  };
}
