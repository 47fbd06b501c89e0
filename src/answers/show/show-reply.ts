import { editionMessages } from '../../message/edition-messages.ts';
import type { Message } from '../../message/message.ts';
import { storyMessage } from '../../message/story-message.ts';
import type { View } from '../view.ts';
import type { ShowView } from './show-options.ts';
import { storyViewOf } from './show-parts.ts';
import { showShared } from './show-shared.ts';
import { showView } from './show-view.ts';

/**
 * What the thread sees when a message is flagged: the same in the other language; null where its edition is forgotten.
 * @param flagged the kind of the flagged message
 */
export function showReply(view: View, show: ShowView, flagged: string): Message | null {
  const { language, edition } = show;
  if (view.kind === 'story') return storyMessage(view.story, storyViewOf(show));
  if (view.kind === 'weekly') return showView(view, show);
  if (view.kind !== 'edition') return showShared(view, show, '');
  if (edition === null) return null;
  const messages = editionMessages(edition, language);
  return flagged === 'full' ? (messages.full ?? messages.skim) : messages.skim;
}
