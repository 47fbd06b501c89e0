import { Hono } from 'hono';
import { createCallLog } from '../call-log.ts';
import type { SandboxBase, SandboxPlatform } from '../platform.ts';
import { slackActs } from './acts/slack-acts.ts';
import type { SlackContext } from './context.ts';
import { createEvents } from './events.ts';
import { createFiles } from './files.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';
import { createInteractions } from './interactions.ts';
import { createMessages } from './messages.ts';
import { createSocketMode } from './socket-mode.ts';
import { type SlackTimings, slackTimings } from './timings.ts';
import { createViews } from './views.ts';
import { webApi } from './web-api.ts';
import { wireUser } from './wire-user.ts';
import { createWorkspace, furnish } from './workspace.ts';
import { worldRoutes } from './world-routes.ts';

/** A Slack workspace with one app in it: Web API, Socket Mode, interactivity, response URLs. */
export function createSlack(base: SandboxBase, given: Partial<SlackTimings> = {}): SandboxPlatform {
  const timings = { ...slackTimings, ...given };
  const calls = createCallLog();
  const workspace = createWorkspace(base.journal);
  const messages = createMessages(base.journal, base.clock);
  const sockets = createSocketMode(base, timings, (body, error) =>
    calls.add({
      at: base.clock(),
      method: 'socket.ack',
      path: '/slack/link',
      body,
      status: 200,
      error,
      fault: null,
    }),
  );
  const context: SlackContext = {
    base,
    timings,
    workspace,
    messages,
    files: createFiles(base.journal),
    views: createViews(() => workspace.team().id, base.clock),
    interactions: createInteractions(base.clock, base.origin, timings),
    sockets,
    events: createEvents(base, workspace, sockets, timings),
  };
  const routes = new Hono();
  routes.route('/', webApi(context, calls));
  routes.route('/', worldRoutes(context, calls));

  return {
    name: 'slack',
    routes,
    upgrade: sockets.upgrade,
    world: () => ({
      platform: 'slack',
      workspace: workspace.team(),
      bot: fresh.bot,
      channels: workspace.channels(),
      people: workspace.people(),
      messages: messages.all(),
      modals: context.views.modals(),
      homes: context.views.homes(),
      commands: workspace.commands(),
      shortcuts: workspace.shortcuts(),
      events: workspace.events(),
      scopes: workspace.scopes(),
      sockets: sockets.count(),
    }),
    credentials: { slackBotToken: fresh.botToken, slackAppToken: fresh.appToken },
    act: slackActs(context),
    seed(seed) {
      workspace.seed(seed);
      for (const { id } of seed.people ?? []) {
        const person = workspace.person(id);
        if (person === undefined) continue;
        const user = wireUser(person, workspace.team().id, true);
        context.events.emit('user_change', { type: 'user_change', user, event_ts: messages.nextTs() }, null);
      }
      base.changed('slack', { kind: 'channel' });
    },
    connections(order) {
      sockets.order(order);
      return Promise.resolve();
    },
    redeliver: context.events.redeliver,
    calls: calls.all,
    clearCalls: calls.clear,
    reset() {
      base.journal.clear('slack/');
      furnish(base.journal);
      messages.reset();
      context.views.reset();
      calls.clear();
      base.changed('slack', { kind: 'reset' });
    },
    close() {
      context.events.close();
      sockets.close();
      return Promise.resolve();
    },
  };
}
