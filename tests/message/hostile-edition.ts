import fc from 'fast-check';
import type { Edition } from '../../src/digest/edition.ts';
import { editionMessages } from '../../src/message/edition-messages.ts';
import type { Message } from '../../src/message/message.ts';
import { restMessage } from '../../src/message/rest-message.ts';
import { hostileText, hostileUrl } from './hostile.ts';
import { makeEdition, makeStory } from './make-edition.ts';

const bilingual = fc.record({ ko: hostileText, en: hostileText });

const story = fc
  .record({
    title: hostileText,
    sourceName: hostileText,
    url: hostileUrl,
    summary: bilingual,
    soWhat: bilingual,
    insight: bilingual,
    keyPoints: fc.array(hostileText, { maxLength: 4 }),
    other: fc.record({ name: hostileText, url: hostileUrl }),
    figure: fc.record({ what: hostileText, value: hostileText, source: hostileText }),
    link: hostileUrl,
  })
  .map(({ other, figure, link, ...brief }) =>
    makeStory(brief, {
      sources: [{ ...other, file: 'other.md' }],
      figures: [{ what: figure.what, values: [{ value: figure.value, source: figure.source }] }],
      updateOf: { story: 'old.md', urlKey: '', edition: 'e', date: '2026-03-05', link },
    }),
  );

/** An edition in which every text and every address is hostile. */
export const hostileEdition: fc.Arbitrary<Edition> = fc
  .record({
    highlights: fc.array(story, { minLength: 1, maxLength: 2 }),
    headlines: fc.array(story, { maxLength: 3 }),
    rest: fc.array(story, { maxLength: 2 }),
  })
  .map((tiers) => makeEdition(tiers, { layout: 'full' }));

/** Every message an edition can become. */
export function everyMessage(edition: Edition): Message[] {
  return (['ko', 'en', 'both'] as const).flatMap((language) => {
    const { skim, stories, full } = editionMessages(edition, language);
    const own = [skim, ...(full ? [full] : []), ...stories.map(({ message }) => message)];
    return [...own, restMessage(edition, language)];
  });
}
