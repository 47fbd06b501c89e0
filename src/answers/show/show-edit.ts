import type { Block, Button, Choice } from '../../message/message.ts';
import { editPhrases as phrases } from '../edit/edit-phrases.ts';
import { answerMessage, row, type Show, say, small, toggle } from './show-parts.ts';

/** Discord's menus hold no more. */
export const storiesInMenu = 25;

/** What can be done to a story, or the menu of those that a message tells. */
export const showEdit: Show<'edit'> = (view, { language }) => {
  const { told, chosen, lines, choices } = view;
  const story = chosen === null ? undefined : told[chosen];
  const title = phrases.title[language];
  const about: Block[] =
    story === undefined
      ? [say(phrases.which[language])]
      : [{ kind: 'quote', inlines: [{ kind: 'text', text: story.title[language], bold: true }] }];
  const listed = told
    .slice(0, storiesInMenu)
    .map((each, index): Choice => ({ label: each.title[language], value: String(index) }));
  const menu: Block[] =
    story === undefined
      ? [{ kind: 'select', action: 'edit-story', placeholder: phrases.pick[language], choices: listed }]
      : [];
  const rest: Block[] =
    story === undefined && told.length > storiesInMenu
      ? [small(phrases.onlyFirst(storiesInMenu)[language])]
      : [];
  const buttons = choices.map(
    (choice): Button => ({
      kind: 'press',
      label: choice[language],
      action: choice.action,
      ...(choice.style === undefined ? {} : { style: choice.style }),
    }),
  );
  return answerMessage(language, title, [
    { blocks: [{ kind: 'heading', text: title }, ...about, ...lines.map((line) => say(line[language]))] },
    { blocks: [...menu, ...rest] },
    row([...buttons, toggle(language)]),
  ]);
};
