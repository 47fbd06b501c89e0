import { arrivals } from '../answers/arrivals.ts';
import type { AnswerSources } from '../answers/sources.ts';
import type { Library } from '../library/library.ts';

/** The library as answers see it. Briefs taken in later than now do not exist yet. */
export function answerSources(library: Library, clock: () => number): AnswerSources {
  return {
    search: (query, options) => library.search(query, options),
    suggest: (typed, options) => library.suggest(typed, options),
    sourceNames: (typed, limit) => library.sourceNames(typed, limit),
    briefs: (files) => library.briefs(files),
    storiesOf: (files) => Promise.all(files.map((file) => library.storyOf(file))),
    arrivals: async (since, upTo) => arrivals(await library.list(), since, upTo),
    newest: (limit) => library.newest(limit, clock()),
  };
}
