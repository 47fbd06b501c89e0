import type { Bilingual, Brief } from '../briefs/brief.ts';
import { answerPhrases } from './answer-phrases.ts';
import type { Spot } from './hearing.ts';
import { readWords } from './read-words.ts';
import type { Standing } from './standing.ts';
import type { Subject } from './subject.ts';
import type { Talk } from './talk.ts';
import type { View } from './view.ts';

export interface ExplainOptions {
  standings: () => Promise<Standing[]>;
  why: (brief: Brief, spot: Spot) => Promise<Bilingual | null>;
}

/** The bot about itself: help, how the channels stand, and why a brief was in or out. */
export function explainSubject(talk: Talk, options: ExplainOptions): Subject {
  async function status(): Promise<View> {
    return { kind: 'status', standings: await options.standings() };
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
      if (wish.kind === 'status') return talk.answer(await status(), said, language, 'new');
      if (wish.kind === 'why') return talk.answer(await why(wish.words, said.spot), said, language, 'new');
      return null;
    },
    answerPresses: {},
    deliveredPresses: {
      status: async ({ pressed, language }) => talk.answer(await status(), pressed, language, 'new'),
    },
  };
}
