import type { Edition } from '../digest/edition.ts';
import { editionMessages } from '../message/edition-messages.ts';
import type { Message } from '../message/message.ts';
import type { Renderer } from '../message/renderer.ts';
import { splitMessage } from '../message/split-message.ts';
import { threadName } from '../message/thread-name.ts';
import { deliveryId } from './delivery-id.ts';
import type { DeliveryKind, NewDelivery } from './delivery-store.ts';

/**
 * The messages of an edition, in the order they are posted: the skim message in the channel, then one message
 * per highlight in its thread (with `layout: full`, everything in the channel). Ids and payloads depend on the
 * edition alone.
 */
export function planEdition(edition: Edition, renderer: Renderer): NewDelivery[] {
  const { rules } = edition;
  const messages = editionMessages(edition, rules.language);
  const told = [...edition.highlights, ...edition.headlines].map((story) => story.id);
  const id = (part: number) => deliveryId(edition.key, part);
  const parts: { kind: DeliveryKind; message: Message; stories: string[]; parent: string | null }[] = [];

  const add = (kind: DeliveryKind, message: Message, stories: string[], parent: string | null) => {
    for (const piece of splitMessage(message, renderer.fits))
      parts.push({ kind, message: piece, stories, parent });
  };
  if (messages.full) add('full', messages.full, told, null);
  else {
    add('skim', messages.skim, told, null);
    for (const { story, message } of messages.stories) add('story', message, [story], id(0));
  }

  const name = threadName(edition, rules.language);
  return parts.map(({ kind, message, stories, parent }, position) => ({
    platform: rules.platform,
    workspace: rules.workspace,
    channel: rules.channel,
    id: id(position),
    kind,
    chain: edition.key,
    position,
    parts: parts.length,
    parent,
    threadName: name,
    edition: edition.key,
    language: rules.language,
    stories,
    person: '',
    payload: renderer.render(message, {
      id: id(position),
      silent: rules.silent,
      mentionRole: position === 0 ? rules.mentionRole : null,
    }),
  }));
}
