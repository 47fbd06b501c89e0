import { localDate } from '../digest/local-date.ts';
import { findMissed } from './find-missed.ts';
import type { Answer, Command, Spot } from './hearing.ts';
import { readSince } from './read-since.ts';
import { readerPhrases } from './reader-phrases.ts';
import type { AnswerSources } from './sources.ts';
import type { AnswerPress, Subject } from './subject.ts';
import { pageSize, type Talk } from './talk.ts';
import type { View } from './view.ts';

/** What came in since a day, posted or not. */
export function missedSubject(
  talk: Talk,
  { sources, clock }: { sources: AnswerSources; clock: () => number },
): Subject {
  function find(from: string, offset: number, scope: 'here' | 'all', spot: Spot): Promise<View> {
    const { timezone: zone, ...rules } = talk.rules(spot);
    return findMissed(from, offset, { sources, rules, scope, now: clock(), zone, pageSize });
  }

  async function again(
    { pressed, view, language }: AnswerPress,
    change: { offset: number; scope?: 'here' | 'all' },
  ): Promise<Answer | null> {
    if (view.kind !== 'missed') return null;
    const found = await find(view.from, change.offset, change.scope ?? view.scope, pressed.spot);
    return talk.answer(found, pressed, language, 'replace');
  }

  return {
    async command(said, language) {
      const { timezone } = talk.rules(said.spot);
      const from = readSince(said.words, clock(), timezone);
      if (from === null && !isCatchUp(said)) return null;
      // Nothing can have come in since a day that is still to come.
      if (from === null || from > localDate(clock(), timezone))
        return talk.say(readerPhrases.noSuchTime, said, language);
      return talk.answer(await find(from, 0, 'here', said.spot), said, language, 'new');
    },
    answerPresses: {
      missed: (press) => again(press, { offset: Number(press.argument) || 0 }),
      widen: (press) => again(press, { offset: 0, scope: press.argument === 'all' ? 'all' : 'here' }),
    },
    deliveredPresses: {},
  };
}

/** `/mybrief since` asks for nothing else; after `/brief` such words may be a topic. */
function isCatchUp({ commands, words }: Command): boolean {
  return commands.length === 1 && commands[0] === 'mybrief' && /^since\b/.test(words);
}
