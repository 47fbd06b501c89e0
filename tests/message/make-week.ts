import type { Weekly } from '../../src/digest/weekly.ts';
import { makeStory } from './make-edition.ts';

/** A week of invented stories. */
export function makeWeek(change: Partial<Weekly> = {}): Weekly {
  const rose = [{ topic: 'agentic commerce', now: 5, before: 2 }];
  const fell = [{ topic: 'retail media', now: 1, before: 4 }];
  return {
    span: { from: '2026-03-07', to: '2026-03-13' },
    total: 12,
    sources: 7,
    stories: [{ story: makeStory(), date: '2026-03-10', link: 'https://chat.example/p1' }],
    rose,
    fell,
    charted: [...rose, ...fell],
    comparable: true,
    ...change,
  };
}
