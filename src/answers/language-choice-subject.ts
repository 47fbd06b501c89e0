import type { Answer, Command, Press } from './hearing.ts';
import { readOwnWords } from './read-own-words.ts';
import { readerPhrases } from './reader-phrases.ts';
import { type ReaderStore, readerAt } from './reader-store.ts';
import { isOneself, type Subject } from './subject.ts';
import type { Talk } from './talk.ts';
import type { Choosable } from './view.ts';

const choices: readonly Choosable[] = [
  { ko: '한국어', en: '한국어', action: 'prefer:ko' },
  { ko: 'English', en: 'English', action: 'prefer:en' },
  { ...readerPhrases.automatic, action: 'prefer:auto' },
];

/** The language a person wants everything in, whatever the app is set to. */
export function languageChoiceSubject(talk: Talk, { readers }: { readers: ReaderStore }): Subject {
  async function choose(to: string, by: Command | Press, show: Answer['show']): Promise<Answer> {
    const reader = readerAt(by.spot, by.speaker.id);
    const chosen = to === 'ko' || to === 'en' ? to : null;
    await readers.setLanguage(reader, chosen);
    if (chosen !== null) return talk.answer({ kind: 'say', ...readerPhrases.language }, by, chosen, show);
    const own = await talk.languageOf(by.speaker, by.spot);
    return talk.answer({ kind: 'say', ...readerPhrases.languageAuto }, by, own, show);
  }

  return {
    async command(said, language) {
      const wish = isOneself(said) ? readOwnWords(said.words) : null;
      if (wish?.kind !== 'language') return null;
      if (wish.to !== null) return choose(wish.to, said, 'new');
      return talk.answer(
        { kind: 'ask', ...readerPhrases.whichLanguage, choices: [...choices] },
        said,
        language,
        'new',
      );
    },
    answerPresses: {
      prefer: ({ pressed, argument }) => choose(argument, pressed, 'replace'),
    },
    deliveredPresses: {},
  };
}
