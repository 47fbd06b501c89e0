import { ControlError } from '../../control-error.ts';
import type { Channel, OpenModal, Person, StoredMessage } from '../../world.ts';
import { type Json, objectsIn } from '../checks/block-parts.ts';
import type { SlackContext } from '../context.ts';

/** What an order names, or a ControlError that says which names there are. */
export function thePerson({ workspace }: SlackContext, id: string): Person {
  const person = workspace.person(id);
  if (person !== undefined) return person;
  const known = workspace.people().map((one) => `${one.id} (${one.name})`);
  throw new ControlError(`There is no person ${id}; there are ${known.join(', ')}.`);
}

/** A channel this person is in. */
export function theChannel({ workspace }: SlackContext, id: string, person: string): Channel {
  const channel = workspace.channel(id);
  if (channel === undefined) {
    const known = workspace.channels().map((one) => `${one.id} (${one.name})`);
    throw new ControlError(`There is no channel ${id}; there are ${known.join(', ')}.`);
  }
  if (!workspace.isIn(channel, person))
    throw new ControlError(`${person} is not in ${id}; seed its members.`);
  return channel;
}

/** A message this person sees, private ones of others excluded. */
export function theMessage(
  { messages }: SlackContext,
  channel: string,
  ts: string,
  person: string,
): StoredMessage {
  const message = messages.get(channel, ts) ?? messages.private(channel, ts);
  if (message === undefined || (message.privateTo !== null && message.privateTo !== person)) {
    throw new ControlError(`${person} sees no message ${ts} in ${channel}.`);
  }
  return message;
}

export function theModal({ views }: SlackContext, id: string, person: string): OpenModal {
  const modal = views.get(id);
  if (modal?.person === person) return modal;
  throw new ControlError(`${person} has no open modal ${id}.`);
}

/** The element with this action_id (in this block, where one is named), and the block it stands in. */
export function theElement(
  blocks: unknown,
  action: string,
  block: string | undefined,
): { element: Json; blockId: string } {
  const known: string[] = [];
  for (const candidate of Array.isArray(blocks) ? blocks : []) {
    for (const part of objectsIn(candidate)) {
      if (typeof part.action_id !== 'string') continue;
      known.push(part.action_id);
      const blockId = String((candidate as Json).block_id);
      if (part.action_id === action && (block === undefined || block === blockId)) {
        return { element: part, blockId };
      }
    }
  }
  throw new ControlError(`There is no element ${action} to press; there are: ${known.join(', ') || 'none'}.`);
}
