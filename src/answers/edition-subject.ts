import type { Language } from '../briefs/brief.ts';
import { channelAt } from './channel-at.ts';
import { newestStories } from './find-view.ts';
import type { Command, Press, Spot } from './hearing.ts';
import { readWords } from './read-words.ts';
import type { AnswerSources } from './sources.ts';
import type { AnswerStore } from './stores.ts';
import type { Subject } from './subject.ts';
import type { Talk } from './talk.ts';
import type { View } from './view.ts';

const newestAtMost = 5;

/** The latest edition, and what of an edition its messages do not show. */
export function editionSubject(
  talk: Talk,
  { sources, store }: { sources: AnswerSources; store: AnswerStore },
): Subject {
  async function latest(spot: Spot, language: Language): Promise<View> {
    const here = await store.latestEdition(spot.platform, spot.workspace, channelAt(spot));
    const edition = here ?? (await store.latestEdition(spot.platform, spot.workspace, null));
    if (edition === null) return { kind: 'newest', stories: await newestStories(sources, newestAtMost) };
    const where = here === null ? 'elsewhere' : 'here';
    return { kind: 'edition', edition: edition.key, where, topics: await talk.topics(language) };
  }

  function rest(edition: string, by: Command | Press, language: Language) {
    return talk.answer({ kind: 'rest', edition, page: 1 }, by, language, 'new');
  }

  return {
    async command(said, language) {
      const isBare = readWords(said.words).kind === 'latest' && !said.options.since && !said.options.source;
      return isBare ? talk.answer(await latest(said.spot, language), said, language, 'new') : null;
    },
    answerPresses: {
      rest: async ({ pressed, view, language }) =>
        view.kind === 'edition' ? rest(view.edition, pressed, language) : null,
    },
    deliveredPresses: {
      latest: async ({ pressed, language }) =>
        talk.answer(await latest(pressed.spot, language), pressed, language, 'new'),
      rest: async ({ pressed, delivered, language }) =>
        delivered.edition === null
          ? null
          : rest(delivered.edition, pressed, delivered.language === 'both' ? language : delivered.language),
    },
  };
}
