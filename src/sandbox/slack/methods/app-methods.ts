import { json, text } from '../args.ts';
import { checkSlackMessage } from '../check-slack-message.ts';
import { isObject } from '../checks/block-parts.ts';
import { checkBlocks } from '../checks/check-blocks.ts';
import { checkView } from '../checks/check-view.ts';
import { freshWorkspace as fresh } from '../fresh-workspace.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';
import type { Methods } from './method.ts';

/** Methods about the app itself. */
export const appMethods: Methods = {
  'api.test': { tier: 4, token: 'none', scopes: [], run: (_, args) => ({ args }) },
  'auth.test': {
    tier: 4,
    token: 'any',
    scopes: [],
    run: ({ workspace, base }) => ({
      url: `${base.origin()}/`,
      team: workspace.team().name,
      user: fresh.bot.name,
      team_id: workspace.team().id,
      user_id: fresh.bot.user,
      bot_id: fresh.bot.app,
      is_enterprise_install: false,
    }),
  },
  // Documented as tier 1, with the allowance for bursts that lets an app open its ten sockets.
  'apps.connections.open': {
    tier: 2,
    token: 'app',
    scopes: [],
    run: ({ sockets }) => ({ url: sockets.open() }),
  },
  'bots.info': {
    tier: 3,
    token: 'bot',
    scopes: ['users:read'],
    run({ workspace }, args) {
      if ((text(args, 'bot') ?? fresh.bot.app) !== fresh.bot.app) throw new SlackError('bot_not_found');
      return {
        bot: {
          id: fresh.bot.app,
          deleted: false,
          name: fresh.bot.name,
          updated: 0,
          app_id: fresh.appId,
          user_id: fresh.bot.user,
          icons: {},
          team_id: workspace.team().id,
        },
      };
    },
  },
  'team.info': {
    tier: 3,
    token: 'bot',
    scopes: ['team:read'],
    run: ({ workspace }) => ({
      team: { ...workspace.team(), domain: fresh.domain, email_domain: '', icon: {}, is_verified: false },
    }),
  },
  /** Needs no token; exactly one of `blocks`, `view`, `message`. */
  'blocks.validate': {
    tier: 3,
    token: 'none',
    scopes: [],
    run(_, args) {
      const given = (['blocks', 'view', 'message'] as const).filter((name) => isGiven(args[name]));
      const [only] = given;
      if (only === undefined || given.length > 1) {
        throw invalidArguments('exactly one of blocks, view, message must be given');
      }
      const value = json(args, only, 'invalid_json');
      const problems = validate(only, value);
      if (problems.length === 0) return {};
      throw new SlackError('invalid_blocks', { errors: problems.map(structured) });
    },
  },
};

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function validate(what: 'blocks' | 'view' | 'message', value: unknown): string[] {
  if (what === 'blocks') return checkBlocks(value, 'message');
  if (what === 'message') return isObject(value) ? checkSlackMessage(value) : ['must be an object'];
  const type = isObject(value) && value.type === 'home' ? 'home' : 'modal';
  return checkView(value, type);
}

function structured(problem: string): Record<string, unknown> {
  const [, message = problem, pointer = ''] = /^(.*) \[json-pointer:(.*)\]$/.exec(problem) ?? [];
  const constraint = Number(/\d+/.exec(message)?.[0]);
  return { pointer, code: 'invalid', message, constraint: Number.isNaN(constraint) ? null : constraint };
}
