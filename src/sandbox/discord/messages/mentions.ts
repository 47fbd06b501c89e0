import { flattenComponents } from '../checks/text-budget.ts';
import type { DiscordState } from '../discord-state.ts';
import { isJson, type Json } from '../json.ts';
import { wireUser } from '../wire/wire-user.ts';

export interface Mentions {
  mention_everyone: boolean;
  mentions: Json[];
  mention_roles: string[];
}

/**
 * Whom a message pings: what its text names, as far as `allowed_mentions` lets it. Without that field a bot's
 * message pings all it names, an answer to an interaction only users.
 * @see https://docs.discord.com/developers/resources/message#allowed-mentions-object
 */
export function mentionsOf(state: DiscordState, body: Json, isAnswer: boolean): Mentions {
  const text = [body.content, ...flattenComponents(body.components).map((component) => component.content)]
    .filter((part) => typeof part === 'string')
    .join('\n');
  const allowed = isJson(body.allowed_mentions) ? body.allowed_mentions : null;
  const parse =
    allowed === null ? (isAnswer ? ['users'] : ['users', 'roles', 'everyone']) : listOf(allowed.parse);
  const named = [...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  const users = [...new Set(named)].filter(
    (id) => parse.includes('users') || listOf(allowed?.users).includes(id),
  );
  const roles = [...new Set([...text.matchAll(/<@&(\d+)>/g)].map((match) => match[1] ?? ''))];
  return {
    mention_everyone: parse.includes('everyone') && /@(everyone|here)\b/.test(text),
    mentions: users.flatMap((id) => {
      const person = state.people.get(id);
      return person === undefined ? [] : [wireUser(person)];
    }),
    mention_roles: roles.filter((id) => parse.includes('roles') || listOf(allowed?.roles).includes(id)),
  };
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
