import { dateWords } from '../../message/calendar-words.ts';
import type { Group, Message } from '../../message/message.ts';
import { readerPhrases } from '../reader-phrases.ts';
import type { View } from '../view.ts';
import { hitGroup } from './hit-group.ts';
import type { ShowView } from './show-options.ts';
import { press, small, storyViewOf, toggle } from './show-parts.ts';

/** The news on what a person follows, topic by topic: as a direct message, and in the other language. */
export function showNews(view: Extract<View, { kind: 'news' }>, show: ShowView): Message {
  const { language, today } = show;
  const storyView = storyViewOf({ ...show, today: view.date });
  let number = 0;
  const topics = view.topics.map(({ topic, stories, more }): Group[] => {
    const shown = stories.map((story) => {
      number += 1;
      return hitGroup(story, number, storyView);
    });
    const rest = more === 0 ? [] : [{ blocks: [small(readerPhrases.newsMore(topic, more)[language])] }];
    const [first, ...others] = shown;
    const title = { kind: 'heading', text: topic } as const;
    return [{ blocks: [title, ...(first?.blocks ?? [])] }, ...others, ...rest];
  });
  const lead = view.topics[0]?.stories[0]?.lead.title ?? '';
  return {
    language,
    push: readerPhrases.newsPush(view.topics.map(({ topic }) => topic).join(', '), lead)[language],
    groups: [
      { blocks: [small(readerPhrases.newsTitle(dateWords(view.date, today))[language])] },
      ...topics.flat(),
      {
        blocks: [
          {
            kind: 'buttons',
            buttons: [press(readerPhrases.manageFollows[language], 'follows'), toggle(language)],
          },
        ],
        repeats: true,
      },
    ],
  };
}
