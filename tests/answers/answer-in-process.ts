import { readFileSync } from 'node:fs';
import { arrivals } from '../../src/answers/arrivals.ts';
import { createAnswerer } from '../../src/answers/create-answerer.ts';
import type { Answer, AnyAnswer, Command, Press, Spot } from '../../src/answers/hearing.ts';
import type { Direct } from '../../src/answers/reach.ts';
import type { PostRequest } from '../../src/answers/stores.ts';
import { deliveryId } from '../../src/delivery/delivery-id.ts';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import { openBriefCore } from '../../src/library/open-brief-core.ts';
import type { Button, Message } from '../../src/message/message.ts';
import { splitMessage } from '../../src/message/split-message.ts';
import { checkDiscordMessage } from '../../src/sandbox/discord/checks/check-discord-message.ts';
import { checkSlackMessage } from '../../src/sandbox/slack/check-slack-message.ts';
import { parseAliases } from '../../src/search/alias-table.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../app/start-bot.ts';
import { unmanaged } from './manage/unmanaged.ts';
import { unedited } from './unedited.ts';

const now = Date.parse('2026-07-03T09:00:00Z');

export const spot: Spot = { platform: 'discord', workspace: '1', channel: '2' };

/** The answerer over a folder of briefs and a ledger of its own, without any platform. */
export async function answerInProcess(folder = 'config/sample-briefs') {
  const core = openBriefCore({
    folders: [{ path: folder, prefix: '' }],
    dataDir: null,
    aliases: parseAliases(readFileSync('config/aliases.yaml', 'utf8')),
  });
  await core.scan(now);
  const store = await openStore({ dataDir: temporaryFolder('answers'), clock: () => now });
  const requests: PostRequest[] = [];
  let counter = 0;
  /** Channels in which the person may post, as far as the platform says. */
  const mayPostIn = new Set(['2', '3']);
  let reachable: Direct = { channel: 'D1' };
  const answerer = createAnswerer({
    sources: {
      search: async (query, options) => core.search(query, options),
      suggest: async (typed, options) => core.suggest(typed, options),
      sourceNames: async (typed, limit) => core.sourceNames(typed, limit),
      briefs: async (files) => core.briefs(files),
      storiesOf: async (files) => files.map((file) => core.storyOf(file)),
      arrivals: async (since, upTo) => arrivals(core.list('', 1_000), since, upTo),
      newest: async (limit) => core.newest(limit, now),
    },
    store,
    readers: store.readers,
    reach: () => ({
      visible: async (_person, channels) => [...channels],
      openDirect: async () => reachable,
      postable: async (_person, channels) =>
        channels.filter((id) => mayPostIn.has(id)).map((id) => ({ id, name: `room-${id}` })),
    }),
    otherChannels: (at) => ['2', '3', '4'].filter((id) => id !== at.channel),
    lookedAt: async () => ({ seq: 0, at: now }),
    async requestPost(request) {
      if (requests.some(({ id }) => id === request.id)) return 'known';
      requests.push(request);
      return 'stored';
    },
    async revise() {},
    clock: () => now,
    rulesAt: () => null,
    flagsAt: () => true,
    flags: () => ({ en: ['🇺🇸'], ko: ['🇰🇷'] }),
    standings: async () => [],
    weekly: async () => null,
    manage: unmanaged(store),
    ...unedited,
    soWhatBeyond: () => true,
    zone: 'Asia/Seoul',
    makeId: deliveryId,
    why: async () => ({ ko: '', en: '' }),
    random() {
      counter += 1;
      return String(counter);
    },
  });
  const speaker = (locale: string) => ({
    id: 'p1',
    name: '서연',
    locale,
    mayPost: true as boolean | null,
    mayManage: false,
  });

  const command = async (said: Command) => asMessage(await answerer.command(said));
  const pressOn = async (pressed: Press) => {
    const answer = await answerer.press(pressed);
    return answer && asMessage(answer);
  };

  return {
    requests,
    speaker,
    store,
    mayPostIn,
    /** What opening a direct message gives from now on. */
    reach(direct: Direct) {
      reachable = direct;
    },
    /** As on Slack, where the words of every command follow `/brief`. */
    own: (words: string, locale = 'ko') =>
      command({
        spot,
        speaker: speaker(locale),
        commands: ['brief', 'briefing', 'mybrief'],
        words,
        options: {},
      }),
    ask: (words: string, locale = 'ko', options: Record<string, string> = {}) =>
      command({ spot, speaker: speaker(locale), commands: ['brief'], words, options }),
    press: (
      answer: Answer,
      action: string,
      overrides: { mayPost?: boolean | null; values?: string[] } = {},
    ) =>
      pressOn({
        spot,
        speaker: {
          ...speaker('ko'),
          ...('mayPost' in overrides ? { mayPost: overrides.mayPost ?? null } : {}),
        },
        id: answer.id,
        action,
        values: overrides.values ?? [],
        isPrivate: true,
      }),
    complete: (option: string, typed: string, locale = 'ko', command = 'brief') =>
      answerer.complete({ spot, speaker: speaker(locale), command, option, typed }),
    async close() {
      core.close();
      await store.close();
    },
  };
}

function asMessage(answer: AnyAnswer): Answer {
  if (answer.show === 'form') throw new Error('a message was expected, not a form');
  return answer;
}

/** Everything a message says, one line a block. */
export function wordsOf(message: Message): string {
  return message.groups
    .flatMap(({ blocks }) => blocks)
    .map((block) => {
      if (block.kind === 'heading') return block.text;
      if ('inlines' in block) return block.inlines.map(({ text }) => text).join('');
      if (block.kind === 'list')
        return block.items.map((item) => item.map(({ text }) => text).join('')).join('\n');
      return '';
    })
    .join('\n');
}

export function buttonsOf(message: Message): Button[] {
  return message.groups
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
}

/** The actions that can be pressed. */
export function actionsOf(message: Message): string[] {
  return buttonsOf(message).flatMap((button) => (button.kind === 'press' ? [button.action] : []));
}

/** Both platforms take every answer as it is. */
export function faultsOf({ message, id }: Answer): string[] {
  const render = { id, silent: true, mentionRole: null };
  return [
    ...splitMessage(message, slackRenderer.fits).flatMap((part) =>
      checkSlackMessage(slackRenderer.render(part, render)),
    ),
    ...splitMessage(message, discordRenderer.fits).flatMap((part) =>
      checkDiscordMessage(discordRenderer.render(part, render)),
    ),
  ];
}
