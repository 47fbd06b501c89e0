import type { Block } from '../../message/message.ts';
import { readerPhrases } from '../reader-phrases.ts';
import type { View } from '../view.ts';
import { answerMessage, press, row, type Show, say, small, toggle } from './show-parts.ts';

/** More buttons than this are a wall of them. */
const buttonsAtMost = 8;

/** What a person follows, each with the way out of it. */
export const showFollows: Show<'follows'> = (view, { language }) => {
  const { lead, follows } = view;
  const first = (lead ?? (follows.length === 0 ? readerPhrases.noFollows : readerPhrases.followsTitle))[
    language
  ];
  const list: Block[] =
    follows.length === 0
      ? []
      : [
          small(readerPhrases.following(follows.length)[language]),
          { kind: 'list', items: follows.map(({ topic }) => [{ kind: 'text', text: topic }]) },
          ways(view, readerPhrases.unfollowOne[language]),
        ];
  return answerMessage(language, first, [
    { blocks: [say(first)] },
    { blocks: list },
    row([toggle(language)]),
  ]);
};

function ways({ follows, endBy }: Extract<View, { kind: 'follows' }>, placeholder: string): Block {
  if (endBy === 'button' && follows.length <= buttonsAtMost)
    return {
      kind: 'buttons',
      buttons: follows.map(({ id, topic }) => press(`✕ ${topic}`, `unfollow:${id}`)),
    };
  const choices = follows.map(({ id, topic }) => ({ label: topic, value: id }));
  return { kind: 'select', action: 'unfollow', placeholder, choices };
}
