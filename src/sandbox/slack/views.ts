import type { OpenModal } from '../world.ts';
import { type Json, objectsIn } from './checks/block-parts.ts';
import { checkView } from './checks/check-view.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';
import { slackLimits } from './limits.ts';
import { fillBlocks } from './message-body.ts';
import { newId } from './new-id.ts';
import { invalidBlocks, SlackError } from './slack-error.ts';

/** Open modals (a stack for each person) and App Home tabs. They live in the clients, so they are not kept. */
export interface Views {
  open(person: string, view: unknown): OpenModal;
  push(person: string, view: unknown): OpenModal;
  update(find: { id?: string; externalId?: string }, view: unknown, hash?: string): OpenModal;
  publish(person: string, view: unknown): Json;
  get(id: string): OpenModal | undefined;
  /** Closes this modal; `all`: and every one below it. */
  dismiss(id: string, all: boolean): void;
  modals(): OpenModal[];
  homes(): { person: string; view: Json }[];
  reset(): void;
}

export function createViews(team: () => string, clock: () => number): Views {
  const stacks = new Map<string, OpenModal[]>();
  const homes = new Map<string, Json>();

  function add(person: string, given: unknown, stack: OpenModal[]): OpenModal {
    const now = clock();
    const view = accepted(given, 'modal');
    const id = newId('V');
    const external = view.external_id;
    if (external && modals().some((modal) => modal.view.external_id === external)) {
      throw new SlackError('duplicate_external_id');
    }
    const links = { root_view_id: stack[0]?.id ?? id, previous_view_id: stack.at(-1)?.id ?? null };
    const modal = { id, person, openedAt: now, view: dress(view, id, links, team(), now) };
    stacks.set(person, [...stack, modal]);
    return modal;
  }
  function modals(): OpenModal[] {
    return [...stacks.values()].flat();
  }
  return {
    open: (person, view) => add(person, view, []),
    push(person, view) {
      const stack = stacks.get(person) ?? [];
      if (stack.length >= slackLimits.viewStack) throw new SlackError('push_limit_reached');
      return add(person, view, stack);
    },
    update({ id, externalId }, given, hash) {
      const modal = modals().find(
        (open) => open.id === id || (externalId !== undefined && open.view.external_id === externalId),
      );
      if (modal === undefined) throw new SlackError('not_found');
      if (hash !== undefined && hash !== modal.view.hash) throw new SlackError('hash_conflict');
      const { root_view_id, previous_view_id } = modal.view;
      modal.view = dress(
        accepted(given, 'modal'),
        modal.id,
        { root_view_id, previous_view_id },
        team(),
        clock(),
      );
      return modal;
    },
    publish(person, given) {
      const id = String(homes.get(person)?.id ?? newId('V'));
      const links = { root_view_id: id, previous_view_id: null };
      const home = dress(accepted(given, 'home'), id, links, team(), clock());
      homes.set(person, home);
      return home;
    },
    get: (id) => modals().find((modal) => modal.id === id),
    dismiss(id, all) {
      for (const [person, stack] of stacks) {
        const index = stack.findIndex((modal) => modal.id === id);
        if (index !== -1) stacks.set(person, all ? [] : stack.slice(0, index));
      }
    },
    modals,
    homes: () => [...homes].map(([person, view]) => ({ person, view })),
    reset() {
      stacks.clear();
      homes.clear();
    },
  };
}

function accepted(view: unknown, type: 'modal' | 'home'): Json {
  const problems = checkView(view, type);
  if (problems.length > 0) throw invalidBlocks(problems, 'invalid_arguments');
  return view as Json;
}

/** A view as Slack gives it back. https://docs.slack.dev/reference/views */
function dress(view: Json, id: string, links: object, team: string, now: number): Json {
  const blocks = fillBlocks(view.blocks as Json[], () => newId('').slice(0, 5));
  return {
    id,
    team_id: team,
    type: view.type,
    blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: initialValues(blocks) },
    hash: `${Math.floor(now / 1000)}.${newId('').slice(0, 8)}`,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: view.close ?? null,
    submit: view.submit ?? null,
    ...links,
    app_id: fresh.appId,
    external_id: view.external_id ?? '',
    app_installed_team_id: team,
    bot_id: fresh.bot.app,
  };
}

function initialValues(blocks: Json[]): Json {
  const values: Json = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const elements: Json = {};
    for (const element of objectsIn(block.element)) {
      if (typeof element.action_id === 'string') elements[element.action_id] = { type: element.type };
    }
    values[String(block.block_id)] = elements;
  }
  return values;
}
