import type { Language } from '../briefs/brief.ts';
import { isRemoved } from '../message/removed-story.ts';
import type { AnswererOptions } from './create-answerer.ts';
import { flagLanguage } from './flag-language.ts';
import type { Flag } from './hearing.ts';
import { showReply } from './show/show-reply.ts';
import type { DeliveredMessage } from './stores.ts';
import type { Talk } from './talk.ts';

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
  if (view === null || (view.kind === 'story' && isRemoved(view.story))) return;
  const show = await talk.showing(view, { platform, workspace, channel }, language);
  const message = showReply(view, show, delivered.kind);
  if (message === null) return;
  const id = flagReplyId(options.makeId, delivered.id, language);
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

/** Id of what a flag puts under a message in that language. */
export function flagReplyId(makeId: AnswererOptions['makeId'], delivery: string, language: Language): string {
  return makeId('flag', delivery, language);
}

function isFlaggable({ kind }: DeliveredMessage): boolean {
  return kind !== 'reply' && kind !== 'notice' && kind !== 'direct';
}
