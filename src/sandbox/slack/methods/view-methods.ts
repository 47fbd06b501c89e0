import type { OpenModal } from '../../world.ts';
import { type Args, json, need, text } from '../args.ts';
import type { SlackContext } from '../context.ts';
import { invalidArguments, SlackError } from '../slack-error.ts';
import type { Methods } from './method.ts';

/** https://docs.slack.dev/reference/methods?family=views */
export const viewMethods: Methods = {
  'views.open': {
    tier: 4,
    token: 'bot',
    scopes: [],
    run(context, args) {
      const person = context.interactions.useTrigger(trigger(args));
      return shown(context, context.views.open(person, view(args)));
    },
  },
  'views.push': {
    tier: 4,
    token: 'bot',
    scopes: [],
    run(context, args) {
      const person = context.interactions.useTrigger(trigger(args));
      return shown(context, context.views.push(person, view(args)));
    },
  },
  'views.update': {
    tier: 4,
    token: 'bot',
    scopes: [],
    run(context, args) {
      const id = text(args, 'view_id');
      const externalId = text(args, 'external_id');
      if (id === undefined && externalId === undefined) {
        throw invalidArguments('missing required field: view_id or external_id');
      }
      const find = {
        ...(id === undefined ? {} : { id }),
        ...(externalId === undefined ? {} : { externalId }),
      };
      return shown(context, context.views.update(find, view(args), text(args, 'hash')));
    },
  },
  'views.publish': {
    tier: 4,
    token: 'bot',
    scopes: [],
    run(context, args) {
      const person = need(args, 'user_id');
      if (context.workspace.person(person) === undefined) throw new SlackError('user_not_found');
      return { view: context.views.publish(person, view(args)) };
    },
  },
};

function trigger(args: Args): string {
  const id = text(args, 'trigger_id') ?? text(args, 'interactivity_pointer');
  if (id === undefined) throw invalidArguments('missing required field: trigger_id');
  return id;
}

function view(args: Args): unknown {
  const value = json(args, 'view', 'invalid_arguments');
  if (value === undefined) throw invalidArguments('missing required field: view');
  return value;
}

function shown(context: SlackContext, modal: OpenModal): Record<string, unknown> {
  context.base.changed('slack', { kind: 'modal', id: modal.id });
  return { view: modal.view };
}
