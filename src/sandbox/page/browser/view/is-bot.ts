import type { World } from '../../../world.ts';

/** Whether an author is the bot under test or another app. */
export function isBot(author: string, world: World): boolean {
  if (author === world.bot.user || author === world.bot.app || author === 'USLACKBOT') return true;
  return world.people.find((person) => person.id === author)?.isBot === true;
}
