import type { Bilingual, Language } from '../briefs/brief.ts';
import type { Answer, Command, Press } from './hearing.ts';
import type { ReachOf } from './reach.ts';
import { type OwnWish, plainWords, readOwnWords } from './read-own-words.ts';
import { readerPhrases } from './reader-phrases.ts';
import { type LookedAt, type Reader, type ReaderStore, readerAt } from './reader-store.ts';
import { isOneself, type Subject } from './subject.ts';
import type { Talk } from './talk.ts';

/** Follows a person may have. */
export const followsAtMost = 20;
/** Longest topic, in characters. */
export const topicAtMost = 80;

export interface FollowOptions {
  readers: ReaderStore;
  reach: ReachOf;
  /** How far the briefs go that are there now: only what comes later is told of. */
  lookedAt: () => Promise<LookedAt>;
  clock: () => number;
  makeId: (...parts: string[]) => string;
  random: () => string;
}

/** Topics of which a person wants to hear in a direct message. */
export function followSubject(talk: Talk, options: FollowOptions): Subject {
  const { readers } = options;

  async function list(
    by: Command | Press,
    language: Language,
    show: Answer['show'],
    lead: Bilingual | null = null,
    endBy: 'button' | 'menu' = 'button',
  ): Promise<Answer> {
    const follows = await readers.follows(readerAt(by.spot, by.speaker.id));
    const shown = follows.map(({ id, topic }) => ({ id, topic }));
    return talk.answer({ kind: 'follows', lead, follows: shown, endBy }, by, language, show);
  }

  /** What to say about a wish to follow, fulfilled or not. */
  async function begin(topic: string, reader: Reader, language: Language): Promise<Bilingual> {
    if (topic === '') return readerPhrases.howToFollow;
    if ([...topic].length > topicAtMost) return readerPhrases.topicTooLong(topicAtMost);
    const now = options.clock();
    // A topic that no brief has yet is as good as any.
    if (!/[\p{L}\p{N}]/u.test(topic)) return readerPhrases.noTopic(topic);
    const problem = await openDirect(reader);
    if (problem !== null) return problem;
    const id = options.makeId('follow', options.random());
    const from = await options.lookedAt();
    const outcome = await readers.follow(
      reader,
      { id, topic, language, createdAt: now, from },
      followsAtMost,
    );
    if (outcome === 'known') return readerPhrases.followedBefore(topic);
    if (outcome === 'full') return readerPhrases.followsFull(followsAtMost);
    return readerPhrases.followed(topic);
  }

  /** A conversation that cannot be had is said now, not when there is news. */
  async function openDirect(reader: Reader): Promise<Bilingual | null> {
    if ((await readers.directChannel(reader)) !== null) return null;
    const direct = (await options.reach(reader.platform)?.openDirect(reader.person)) ?? {
      problem: 'unreachable',
    };
    if ('problem' in direct)
      return direct.problem === 'refused' ? readerPhrases.directRefused : readerPhrases.directUnreachable;
    await readers.keepDirectChannel(reader, direct.channel);
    return null;
  }

  /** The follow that is meant: its own words, in any case. */
  async function named(topic: string, reader: Reader) {
    const wanted = plainWords(topic).toLowerCase();
    return (await readers.follows(reader)).find((each) => each.topic.toLowerCase() === wanted);
  }

  async function end(
    id: string,
    by: Command | Press,
    language: Language,
    show: Answer['show'],
  ): Promise<Answer> {
    const reader = readerAt(by.spot, by.speaker.id);
    const topic = (await readers.follows(reader)).find((each) => each.id === id)?.topic;
    await readers.unfollow(reader, id);
    return list(by, language, show, topic === undefined ? null : readerPhrases.unfollowed(topic));
  }

  async function answer(wish: OwnWish, said: Command, language: Language): Promise<Answer | null> {
    const reader = readerAt(said.spot, said.speaker.id);
    switch (wish.kind) {
      case 'follow':
        return list(said, language, 'new', await begin(wish.topic, reader, language));
      case 'unfollow': {
        const meant = wish.topic === '' ? undefined : await named(wish.topic, reader);
        if (meant !== undefined) return end(meant.id, said, language, 'new');
        const lead = wish.topic === '' ? null : readerPhrases.notFollowed(wish.topic);
        return list(said, language, 'new', lead, 'menu');
      }
      case 'follows':
        return list(said, language, 'new');
      default:
        return null;
    }
  }

  return {
    async command(said, language) {
      const wish = isOneself(said) ? readOwnWords(said.words) : null;
      return wish === null ? null : answer(wish, said, language);
    },
    answerPresses: {
      unfollow: ({ pressed, language, argument }) =>
        end(pressed.values[0] ?? argument, pressed, language, 'replace'),
    },
    deliveredPresses: {
      follows: ({ pressed, language }) => list(pressed, language, 'new'),
    },
  };
}
