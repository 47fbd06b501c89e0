import type { Person } from '../../world.ts';
import { botPerson } from '../access.ts';
import { flag, need } from '../args.ts';
import type { SlackContext } from '../context.ts';
import { freshWorkspace as fresh, slackbot } from '../fresh-workspace.ts';
import { SlackError } from '../slack-error.ts';
import { wireUser } from '../wire-user.ts';
import type { Methods } from './method.ts';
import { pageOf } from './page-of.ts';

/** https://docs.slack.dev/reference/methods?family=users */
export const userMethods: Methods = {
  'users.info': {
    tier: 4,
    token: 'bot',
    scopes: ['users:read'],
    run(context, args) {
      const id = need(args, 'user');
      const person = everybody(context).find((one) => one.id === id);
      if (person === undefined) throw new SlackError('user_not_found');
      return { user: wireUser(person, context.workspace.team().id, flag(args, 'include_locale')) };
    },
  },
  'users.list': {
    tier: 2,
    token: 'bot',
    scopes: ['users:read'],
    run(context, args) {
      const page = pageOf(everybody(context), args, { normal: 1000, most: 1000 });
      const team = context.workspace.team().id;
      return {
        members: page.items.map((person) => wireUser(person, team, flag(args, 'include_locale'))),
        cache_ts: Math.floor(context.base.clock() / 1000),
        response_metadata: page.metadata,
      };
    },
  },
};

function everybody({ workspace }: SlackContext): Person[] {
  const slack: Person = { id: slackbot, name: 'Slackbot', locale: 'en-US', isBot: false, isAdmin: false };
  return [...workspace.people(), { ...botPerson(), id: fresh.bot.user }, slack];
}
