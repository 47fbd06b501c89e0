import type { Brief } from '../../src/briefs/brief.ts';
import type { ChannelRules, Edition, EditionStory } from '../../src/digest/edition.ts';
import { editionKey } from '../../src/digest/edition-key.ts';
import { makeBrief, makeRules, makeSlot } from '../digest/make-brief.ts';

export function makeStory(given: Partial<Brief> = {}, more: Partial<EditionStory> = {}): EditionStory {
  const lead = makeBrief(given);
  return {
    id: lead.file,
    lead,
    sources: [{ name: lead.sourceName, url: lead.url, file: lead.file }],
    figures: [],
    updateOf: null,
    score: 0.5,
    ...more,
  };
}

export function makeEdition(given: Partial<Edition> = {}, rules: Partial<ChannelRules> = {}): Edition {
  const allRules = makeRules(rules);
  const slot = makeSlot();
  return {
    key: editionKey(allRules, slot),
    rules: allRules,
    slot,
    span: { from: '2026-03-09', to: '2026-03-10' },
    highlights: [makeStory({ file: 'a.md' })],
    headlines: [makeStory({ file: 'b.md' })],
    rest: [makeStory({ file: 'c.md' })],
    isFirst: false,
    composedAt: 1,
    ...given,
  };
}
