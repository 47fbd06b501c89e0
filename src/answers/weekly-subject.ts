import type { Weekly } from '../digest/weekly.ts';
import { answerPhrases } from './answer-phrases.ts';
import type { Spot } from './hearing.ts';
import type { Subject } from './subject.ts';
import type { Talk } from './talk.ts';

const asks = new Set([
  'week',
  'weekly',
  'this week in review',
  '주간',
  '주간정리',
  '주간 정리',
  '한주',
  '한 주 정리',
]);

/** The last seven days of this channel, for the person who asks. */
export function weeklySubject(
  talk: Talk,
  options: {
    /** What the channel was told in the last seven days; null where nothing. */
    weekly: (spot: Spot) => Promise<Weekly | null>;
  },
): Subject {
  return {
    async command(said, language) {
      if (!asks.has(said.words.trim().toLowerCase())) return null;
      const weekly = await options.weekly(said.spot);
      if (weekly === null) return talk.say(answerPhrases.noWeek, said, language);
      return talk.answer({ kind: 'weekly', weekly }, said, language, 'new');
    },
    answerPresses: {},
    deliveredPresses: {},
  };
}
