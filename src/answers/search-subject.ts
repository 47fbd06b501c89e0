import type { Answer } from './hearing.ts';
import { readWords } from './read-words.ts';
import { readerPhrases } from './reader-phrases.ts';
import { storiesOf } from './show/show-shared.ts';
import { sinceWords } from './since-words.ts';
import type { AnswerPress, Subject } from './subject.ts';
import type { Talk } from './talk.ts';
import type { Asked } from './view.ts';

const plainly = (words: string): Asked => ({ words, only: '', source: '' });

/** Looking for briefs. Takes every command that no other subject knew. */
export function searchSubject(talk: Talk): Subject {
  async function instead({ pressed, language }: AnswerPress, asked: Asked, offset = 0): Promise<Answer> {
    const view = await talk.find(asked, offset, pressed.spot);
    return talk.answer(view, pressed, language, 'replace');
  }

  return {
    async command(said, language) {
      const since = sinceWords(said.options.since ?? '');
      if (since !== '' && !talk.isTime(since, said.spot))
        return talk.say(readerPhrases.noSuchTime, said, language);
      const wish = readWords(`${said.words} ${since}`);
      const words = wish.kind === 'search' ? wish.words : said.words.trim();
      const asked = { words, only: '', source: said.options.source ?? '' };
      return talk.answer(await talk.find(asked, 0, said.spot), said, language, 'new');
    },
    answerPresses: {
      page: async (press) =>
        press.view.kind === 'hits' ? instead(press, press.view.asked, Number(press.argument)) : null,
      only: async (press) => {
        const { view } = press;
        return view.kind === 'hits' ? instead(press, { ...view.asked, only: view.understood.literal }) : null;
      },
      topic: async (press) => {
        const [words] = press.pressed.values;
        return words === undefined ? null : instead(press, plainly(words));
      },
      near: async (press) => {
        const near = press.view.kind === 'nothing' ? press.view.near[Number(press.argument)] : undefined;
        return near === undefined ? null : instead(press, near.asked);
      },
      open: async ({ pressed, view, language, argument }) => {
        const story = storiesOf(view)[Number(argument)];
        return story === undefined ? null : talk.answer({ kind: 'story', story }, pressed, language, 'new');
      },
    },
    deliveredPresses: {},
  };
}
