import type { Language } from '../briefs/brief.ts';
import type { Edition } from '../digest/edition.ts';
import { editionMessages } from '../message/edition-messages.ts';
import type { Message } from '../message/message.ts';
import { storyMessage } from '../message/story-message.ts';
import type { AnswererOptions } from './create-answerer.ts';
import { flagLanguage } from './flag-language.ts';
import type { Flag } from './hearing.ts';
import { showShared } from './show/show-shared.ts';
import { showView } from './show/show-view.ts';
import type { DeliveredMessage } from './stores.ts';
import type { Talk } from './talk.ts';
import type { View } from './view.ts';

const flagsForMs = 14 * 24 * 60 * 60 * 1000;

/** The other language in the thread: once per message and language, for 14 days. */
export async function answerFlag(seen: Flag, talk: Talk, options: AnswererOptions): Promise<void> {
  const { store, clock } = options;
  const language = flagLanguage(seen.emoji, options.flags());
  if (language === null) return;
  const delivered = await store.deliveredAs(seen.spot.platform, seen.spot.channel, seen.messageId);
  if (delivered === null || !isFlaggable(delivered)) return;
  const { platform, workspace, channel } = delivered;
  if (!options.flagsAt({ platform, workspace, channel })) return;
  if (delivered.language === language || delivered.language === 'both') return;
  if (clock() - (delivered.postedAt ?? 0) > flagsForMs) return;
  const view = await talk.viewOfDelivered(delivered);
  const message = view === null ? null : await publicMessage(view, delivered, language, talk);
  if (view === null || message === null) return;
  const id = options.makeId('flag', delivered.id, language);
  await store.keepAnswer({ id, language, body: view, createdAt: clock() });
  await options.requestPost({
    id,
    kind: 'reply',
    platform,
    workspace,
    channel,
    underDelivery: delivered.id,
    language,
    edition: delivered.edition,
    stories: delivered.stories,
    message,
    person: '',
  });
}

function isFlaggable({ kind }: DeliveredMessage): boolean {
  return kind !== 'reply' && kind !== 'notice' && kind !== 'direct';
}

async function publicMessage(
  view: View,
  delivered: DeliveredMessage,
  language: Language,
  talk: Talk,
): Promise<Message | null> {
  const { platform, workspace, channel } = delivered;
  const show = await talk.showing(view, { platform, workspace, channel }, language);
  if (view.kind === 'edition')
    return show.edition === null ? null : wholeEdition(show.edition, delivered, language);
  const storyView = { language, today: show.edition?.slot.date ?? show.today, soWhat: show.soWhat };
  if (view.kind === 'story') return storyMessage(view.story, storyView);
  if (view.kind === 'weekly') return showView(view, show);
  return showShared(view, show, '');
}

function wholeEdition(edition: Edition, delivered: DeliveredMessage, language: Language): Message {
  const messages = editionMessages(edition, language);
  return delivered.kind === 'full' ? (messages.full ?? messages.skim) : messages.skim;
}
