import type { Bilingual, Brief } from '../briefs/brief.ts';
import { answerPhrases } from './answer-phrases.ts';
import { channelAt } from './channel-at.ts';
import type { Command, Press, Spot } from './hearing.ts';
import type { ReachOf } from './reach.ts';
import { readWords } from './read-words.ts';
import type { Standing } from './standing.ts';
import type { Subject } from './subject.ts';
import type { Talk } from './talk.ts';
import type { View } from './view.ts';

export interface ExplainOptions {
  standings: () => Promise<Standing[]>;
  reach: ReachOf;
  why: (brief: Brief, spot: Spot) => Promise<Bilingual | null>;
}

/** The bot about itself: help, how the channels stand, and why a brief was in or out. */
export function explainSubject(talk: Talk, options: ExplainOptions): Subject {
  /** How the channels stand that the person can see: of a private one, not even the name is told to others. */
  async function status({ spot, speaker }: Command | Press): Promise<View> {
    const standings = await options.standings();
    const isHere = (each: Standing) => each.platform === spot.platform && each.channel === channelAt(spot);
    const seen = await Promise.all(
      (['slack', 'discord'] as const).map(async (platform) => {
        const channels = standings.filter((each) => each.platform === platform && !isHere(each));
        const ids = channels.map(({ channel }) => channel);
        // Nobody knows who this person is on the other platform.
        const person = platform === spot.platform ? speaker.id : null;
        const visible = ids.length === 0 ? [] : await options.reach(platform)?.visible(person, ids);
        return channels.filter(({ channel }) => visible?.includes(channel));
      }),
    );
    return {
      kind: 'status',
      standings: standings.filter((each) => isHere(each) || seen.flat().includes(each)),
    };
  }

  /** Why the brief that fits the words best was in, or out of, the edition here. */
  async function why(words: string, spot: Spot): Promise<View> {
    const found = await talk.find({ words, only: '', source: '' }, 0, spot);
    const brief = found.kind === 'hits' ? found.stories[0]?.lead : undefined;
    if (brief === undefined) return found;
    const reason = (await options.why(brief, spot)) ?? answerPhrases.noEntry;
    return {
      kind: 'say',
      ko: `“${brief.title}” — ${reason.ko}`,
      en: `“${brief.title}” — ${reason.en}`,
    };
  }

  return {
    async command(said, language) {
      const wish = readWords(said.words);
      if (wish.kind === 'help')
        return talk.answer({ kind: 'help', topics: await talk.topics(language) }, said, language, 'new');
      if (wish.kind === 'status') return talk.answer(await status(said), said, language, 'new');
      if (wish.kind === 'why') return talk.answer(await why(wish.words, said.spot), said, language, 'new');
      return null;
    },
    answerPresses: {},
    deliveredPresses: {
      status: async ({ pressed, language }) => talk.answer(await status(pressed), pressed, language, 'new'),
    },
  };
}
