import { isJson, type Json } from '../json.ts';
import { hasFlag, messageFlags } from '../message-flags.ts';
import { componentFaults } from './component-faults.ts';
import { embedFaults } from './embed-faults.ts';
import type { FormFault } from './form-fault.ts';
import { unknownKeyFaults } from './known-keys.ts';
import { codePoints } from './text-budget.ts';

const maxContent = 2000;

export interface MessageSituation {
  /** The message that is edited already carries the Components V2 flag, which cannot be taken away again. */
  isV2: boolean;
  /** An answer to an interaction, which alone may be private (flag EPHEMERAL). */
  isAnswer: boolean;
  /** Names of the files sent along; null when nothing is known of them. */
  files: readonly string[] | null;
}

/** What is wrong with a message's body and Discord's document does not say; an empty body is not looked at here. */
export function messageFaults(body: Json, situation: MessageSituation): FormFault[] {
  const v2 = situation.isV2 || hasFlag(body.flags, messageFlags.componentsV2);
  return [
    ...unknownKeyFaults(body),
    ...contentFaults(body.content),
    ...flagFaults(body.flags, situation.isAnswer),
    ...(v2 ? legacyFaults(body) : []),
    ...embedFaults(body.embeds),
    ...componentFaults(body.components, v2, situation.files),
    ...mentionFaults(body.allowed_mentions),
  ];
}

/** Whether nothing at all would be shown. */
export function isEmptyMessage(body: Json, files: number): boolean {
  const hasContent = typeof body.content === 'string' && body.content.trim() !== '';
  const lists = [body.embeds, body.components, body.sticker_ids, body.attachments];
  return (
    !hasContent &&
    files === 0 &&
    !isJson(body.poll) &&
    lists.every((list) => !Array.isArray(list) || list.length === 0)
  );
}

function contentFaults(content: unknown): FormFault[] {
  if (typeof content !== 'string' || codePoints(content) <= maxContent) return [];
  return [
    { path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maxContent} or fewer in length.` },
  ];
}

function flagFaults(flags: unknown, isAnswer: boolean): FormFault[] {
  if (typeof flags !== 'number') return [];
  const settable =
    messageFlags.suppressEmbeds |
    messageFlags.suppressNotifications |
    messageFlags.voice |
    messageFlags.componentsV2 |
    (isAnswer ? messageFlags.ephemeral : 0);
  if ((flags & ~settable) === 0) return [];
  const message = `The flags ${flags & ~settable} cannot be set here.`;
  return [{ path: ['flags'], code: 'MESSAGE_FLAGS_INVALID', message }];
}

/** Components V2 shuts out everything else. */
function legacyFaults(body: Json): FormFault[] {
  const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
  const used = [
    ...(typeof body.content === 'string' && body.content !== '' ? ['content'] : []),
    ...(['embeds', 'sticker_ids'] as const).filter((key) => Array.isArray(body[key]) && body[key].length > 0),
    ...(isJson(body.poll) ? ['poll'] : []),
  ];
  return used.map((key) => ({
    path: [key],
    code,
    message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}

/** `parse: ['users']` and a list of users shut each other out; lists hold at most 100. */
function mentionFaults(mentions: unknown): FormFault[] {
  if (!isJson(mentions)) return [];
  const parse = Array.isArray(mentions.parse) ? mentions.parse : [];
  const faults: FormFault[] = [];
  for (const key of ['users', 'roles'] as const) {
    const list = mentions[key];
    if (!Array.isArray(list)) continue;
    const path = ['allowed_mentions', key];
    if (list.length > 0 && parse.includes(key)) {
      const message = `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`;
      faults.push({ path, code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message });
    }
    if (list.length > 100)
      faults.push({ path, code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 100 or fewer in length.' });
  }
  return faults;
}
