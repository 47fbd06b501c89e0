import type { Button } from '../../message/message.ts';
import { answerMessage, row, type Show, say } from './show-parts.ts';

export const showAsk: Show<'ask'> = (view, { language }) =>
  answerMessage(language, view[language], [
    { blocks: [say(view[language])] },
    row(
      view.choices.map(
        (choice): Button => ({
          kind: 'press',
          label: choice[language],
          action: choice.action,
          ...(choice.style === undefined ? {} : { style: choice.style }),
        }),
      ),
    ),
  ]);
