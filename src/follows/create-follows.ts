import type { ReachOf } from '../answers/reach.ts';
import type { Reader, ReaderStore } from '../answers/reader-store.ts';
import { showNews } from '../answers/show/show-news.ts';
import type { AnswerSources } from '../answers/sources.ts';
import type { AnswerStore, RequestPost } from '../answers/stores.ts';
import { pageSize } from '../answers/talk.ts';
import type { PlatformName } from '../digest/edition.ts';
import { localDate } from '../digest/local-date.ts';
import type { FollowStore } from './follow-store.ts';
import { matchFollows } from './match-follows.ts';
import { morningOf } from './morning.ts';
import { newsFor } from './news-for.ts';

/** A direct message is shared with nobody. */
const plainly = {
  edition: null,
  sharing: { here: false, elsewhere: false },
  pageSize,
};

export interface FollowsOptions {
  store: FollowStore;
  readers: ReaderStore;
  answers: Pick<AnswerStore, 'keepAnswer'>;
  sources: Pick<AnswerSources, 'search' | 'briefs' | 'storiesOf'>;
  reach: ReachOf;
  requestPost: RequestPost;
  /** Numbers what is new in the folder, and tells how far it was looked at. */
  lookAtFolder: () => Promise<{ seq: number }>;
  /** What is connected, with the zone in which its day is counted. */
  workspaces: () => readonly { platform: PlatformName; workspace: string; zone: string }[];
  /** Whether so-whats are told in direct messages of the platform. */
  soWhatBeyond: (platform: PlatformName) => boolean;
  clock: () => number;
  makeId: (...parts: string[]) => string;
  /** A message could not be asked for; the next turn tries again. */
  onTrouble: (error: unknown) => void;
  /** Points at which a crash test may end the process. */
  checkpoint: (at: 'before-ledger' | 'after-ledger') => Promise<void> | void;
}

export interface Follows {
  /** Something new is in the folder. */
  arrived(): void;
  /** Looks for what is followed, and asks for the messages that are due. One at a time. */
  turn(): Promise<void>;
}

/**
 * Tells people of what they follow: at most one direct message a day and person, at nine in the morning. Its id is made
 * from the person and the date, so that the ledger takes it once, whatever happens in between.
 */
export function createFollows(options: FollowsOptions): Follows {
  const { store, readers, sources, clock } = options;
  let isNew = true;
  let seq = 0;

  async function match(zone: string): Promise<void> {
    if (isNew) {
      // Before the look: what arrives during it is new again.
      isNew = false;
      try {
        seq = (await options.lookAtFolder()).seq;
      } catch (error) {
        isNew = true;
        throw error;
      }
    }
    await matchFollows({ seq, at: clock() }, { store, sources, clock, zone });
  }

  async function tell(reader: Reader, zone: string, morning: number): Promise<void> {
    const date = localDate(clock(), zone);
    const request = options.makeId('direct', reader.platform, reader.workspace, reader.person, date);
    const found = await store.claim(reader, request, morning);
    if (found.length === 0) return;
    const follows = await readers.follows(reader);
    const told = await store.toldFiles(follows.map(({ id }) => id));
    const view = await newsFor(date, follows, found, told, sources);
    if (view !== null) {
      const channel = await channelOf(reader);
      if (channel === null) return;
      const language = (await readers.language(reader)) ?? follows.at(-1)?.language ?? 'ko';
      const message = showNews(view, {
        ...plainly,
        soWhat: options.soWhatBeyond(reader.platform),
        language,
        zone,
        today: date,
      });
      await options.answers.keepAnswer({ id: request, language, body: view, createdAt: clock() });
      await options.checkpoint('before-ledger');
      await options.requestPost({
        id: request,
        kind: 'direct',
        platform: reader.platform,
        workspace: reader.workspace,
        channel,
        underDelivery: null,
        language,
        edition: null,
        stories: view.topics.flatMap(({ stories }) => stories.map(({ id }) => id)),
        message,
        person: reader.person,
      });
      await options.checkpoint('after-ledger');
    }
    await store.told(request);
  }

  /** Null where it cannot be had now; a person who refuses loses the follows. */
  async function channelOf(reader: Reader): Promise<string | null> {
    const known = await readers.directChannel(reader);
    if (known !== null) return known;
    const direct = await options.reach(reader.platform)?.openDirect(reader.person);
    if (direct === undefined) return null;
    if ('channel' in direct) {
      await readers.keepDirectChannel(reader, direct.channel);
      return direct.channel;
    }
    if (direct.problem === 'refused')
      for (const { id } of await readers.follows(reader)) await readers.unfollow(reader, id);
    return null;
  }

  return {
    arrived() {
      isNew = true;
    },

    async turn() {
      const workspaces = options.workspaces();
      await match(workspaces[0]?.zone ?? 'UTC');
      await store.endRefused();
      for (const { platform, workspace, zone } of workspaces) {
        const morning = morningOf(clock(), zone);
        if (morning === null) continue;
        for (const reader of await store.waiting(platform, workspace, morning))
          await tell(reader, zone, morning).catch(options.onTrouble);
      }
    },
  };
}
