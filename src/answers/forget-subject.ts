import type { Bilingual } from '../briefs/brief.ts';
import { readOwnWords } from './read-own-words.ts';
import { readerPhrases } from './reader-phrases.ts';
import { type Forgotten, type ReaderStore, readerAt } from './reader-store.ts';
import { isOneself, type Subject } from './subject.ts';
import type { Talk } from './talk.ts';

/** Deletes what is kept of a person, once that person said so twice. */
export function forgetSubject(talk: Talk, { readers }: { readers: ReaderStore }): Subject {
  return {
    async command(said, language) {
      if (!isOneself(said) || readOwnWords(said.words)?.kind !== 'forget') return null;
      const yes = { ...readerPhrases.forgetYes, action: 'forget:yes', style: 'danger' } as const;
      return talk.answer({ kind: 'ask', ...readerPhrases.forgetAsk, choices: [yes] }, said, language, 'new');
    },
    answerPresses: {
      async forget({ pressed, language }) {
        const gone = await readers.forget(readerAt(pressed.spot, pressed.speaker.id));
        return talk.answer({ kind: 'say', ...saying(gone) }, pressed, language, 'replace');
      },
    },
    deliveredPresses: {},
  };
}

function saying({ language, follows, direct, shares }: Forgotten): Bilingual {
  const parts = [
    ...(language ? [readerPhrases.forgotLanguage] : []),
    ...(follows > 0 ? [readerPhrases.forgotFollows(follows)] : []),
    ...(direct ? [readerPhrases.forgotDirect] : []),
    ...(shares > 0 ? [readerPhrases.forgotShares(shares)] : []),
  ];
  return parts.length === 0 ? readerPhrases.forgotNothing : readerPhrases.forgot(parts);
}
