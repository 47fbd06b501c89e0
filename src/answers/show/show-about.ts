import { words } from '../../message/inlines.ts';
import type { Group } from '../../message/message.ts';
import { answerPhrases } from '../answer-phrases.ts';
import { answerMessage, row, type Show, say, toggle, topicMenu } from './show-parts.ts';
import { standingLines } from './standing-lines.ts';

export const showSay: Show<'say'> = (view, { language }) =>
  answerMessage(language, view[language], [{ blocks: [say(view[language])] }]);

export const showHelp: Show<'help'> = (view, { language }) => {
  const title = answerPhrases.helpTitle[language];
  const items = answerPhrases.help[language].map((line) => [words(line)]);
  return answerMessage(language, title, [
    {
      blocks: [
        { kind: 'heading', text: title },
        { kind: 'list', items },
      ],
    },
    topicMenu(view.topics, language),
    row([toggle(language)]),
  ]);
};

export const showStatus: Show<'status'> = (view, { language, today }) => {
  const title = answerPhrases.statusTitle[language];
  const channels = view.standings.map((standing): Group => {
    const { name, state, lines } = standingLines(standing, today);
    return {
      blocks: [
        {
          kind: 'text',
          inlines: [{ kind: 'text', text: name, bold: true }, words(` · ${state[language]}`)],
        },
        { kind: 'list', items: lines.map((line) => [words(line[language])]) },
      ],
    };
  });
  return answerMessage(language, title, [
    { blocks: [{ kind: 'heading', text: title }] },
    ...channels,
    row([toggle(language)]),
  ]);
};
