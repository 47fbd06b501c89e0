import { readerPhrases } from '../reader-phrases.ts';
import { answerMessage, row, type Show, say, small, toggle } from './show-parts.ts';

/** What a person follows, each with the way out of it. */
export const showFollows: Show<'follows'> = (view, { language }) => {
  const { lead, follows } = view;
  const first = (lead ?? (follows.length === 0 ? readerPhrases.noFollows : readerPhrases.followsTitle))[
    language
  ];
  const choices = follows.map(({ id, topic }) => ({ label: topic, value: id }));
  return answerMessage(language, first, [
    { blocks: [say(first)] },
    {
      blocks:
        follows.length === 0
          ? []
          : [
              small(readerPhrases.following(follows.length)[language]),
              { kind: 'list', items: follows.map(({ topic }) => [{ kind: 'text', text: topic }]) },
              {
                kind: 'select',
                action: 'unfollow',
                placeholder: readerPhrases.unfollowOne[language],
                choices,
              },
            ],
    },
    row([toggle(language)]),
  ]);
};
