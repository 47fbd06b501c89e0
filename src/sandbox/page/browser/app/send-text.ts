import { type Language, phrase } from '../platform/phrases.ts';
import { type Box, type PageState, placeKey } from '../view/page-state.ts';
import { knownCommands, optionValues, readCommand } from '../view/typed-command.ts';
import type { App } from './app.ts';

/** Sends what the box holds: a `/command` of the bot, else a message. The box is emptied at once, as in a chat. */
export async function sendText(app: App, box: Box): Promise<void> {
  const state = app.state();
  const key = placeKey(state.place, box);
  const typed = state.drafts[key] ?? '';
  if (typed.trim() === '') return;
  app.change({ drafts: { ...state.drafts, [key]: '' }, suggestions: null });
  const where = target(state, box);
  try {
    if (typed.startsWith('/')) await sendCommand(app, typed.trim(), where);
    else await say(app, typed.trim(), where);
  } catch (error) {
    app.notify({ ...where.notice, kind: 'error', text: refusal(error, state.language) });
  }
}

interface Target {
  channel: string;
  thread: string | null;
  notice: {
    platform: PageState['place']['platform'];
    channel: string;
    thread: string | null;
    message: null;
    person: string;
  };
}

/** On Discord a thread is a channel of its own; on Slack a `thread_ts` in one. */
function target(state: PageState, box: Box): Target {
  const { platform, channel, thread } = state.place;
  const open = box === 'thread' ? thread : null;
  const notice = { platform, channel, thread: open, message: null, person: state.person[platform] };
  if (
    platform === 'discord' &&
    open !== null &&
    state.worlds.discord?.channels.some((one) => one.id === open)
  ) {
    return { channel: open, thread: null, notice };
  }
  return { channel, thread: open, notice };
}

async function say(app: App, text: string, where: Target): Promise<void> {
  const thread = where.thread === null ? {} : { thread: where.thread };
  await app.control.act(where.notice.platform, 'say', {
    person: where.notice.person,
    channel: where.channel,
    text,
    ...thread,
  });
}

async function sendCommand(app: App, typed: string, where: Target): Promise<void> {
  const { platform, person } = where.notice;
  const { language, worlds } = app.state();
  const world = worlds[platform];
  const read = world ? readCommand(typed, knownCommands(world, person)) : null;
  if (!world || !read) {
    if (platform === 'discord') return say(app, typed, where);
    const text = phrase('notACommand', language, typed.split(/\s/)[0] ?? typed);
    app.notify({ ...where.notice, kind: 'error', text });
    return;
  }
  const pending = app.notify({ ...where.notice, kind: 'pending', text: typed });
  const words =
    platform === 'discord' ? { options: optionValues(read, app.chosen, world) } : { text: read.text };
  const thread = where.thread === null ? {} : { thread: where.thread };
  try {
    const command = read.command.name;
    const body = { person, channel: where.channel, command, ...words, ...thread };
    const outcome = await app.control.act(platform, 'command', body);
    await app.refresh(platform);
    // Slackbot says by itself, in the channel, what went wrong.
    if (outcome.error && platform === 'discord') {
      app.notify({ ...where.notice, kind: 'error', text: `${phrase('didNotRespond', language)} (${typed})` });
    }
  } finally {
    app.forget(pending);
  }
}

/** The sandbox's own sentence, in a frame that says who speaks. */
export function refusal(error: unknown, language: Language): string {
  return phrase('requestFailed', language, error instanceof Error ? error.message : String(error));
}
