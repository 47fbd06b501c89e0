import { answerPhrases } from './answer-phrases.ts';
import { noCommand, type Subject } from './subject.ts';
import type { Talk } from './talk.ts';

/** The buttons that show the same thing in the other language. */
export function languageSubject(talk: Talk): Subject {
  return {
    command: noCommand,
    answerPresses: {
      lang: ({ pressed, view, argument }) =>
        talk.answer(view, pressed, argument === 'en' ? 'en' : 'ko', 'replace'),
    },
    deliveredPresses: {
      async lang({ pressed, delivered, argument }) {
        if (argument !== 'ko' && argument !== 'en') return null;
        const view = await talk.viewOfDelivered(delivered);
        return talk.answer(view ?? { kind: 'say', ...answerPhrases.tooOld }, pressed, argument, 'new');
      },
    },
  };
}
