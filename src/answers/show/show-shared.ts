import type { Bilingual } from '../../briefs/brief.ts';
import type { EditionStory } from '../../digest/edition.ts';
import { firstWords } from '../../message/first-words.ts';
import type { Block, Message, MessageLanguage } from '../../message/message.ts';
import { storyGroup } from '../../message/story-group.ts';
import type { StoryView } from '../../message/story-view.ts';
import { answerPhrases } from '../answer-phrases.ts';
import type { View } from '../view.ts';
import { hitGroup } from './hit-group.ts';
import type { ShowView } from './show-options.ts';
import { press, small, toggle } from './show-parts.ts';

/**
 * What the channel sees when an answer is shared: who shared it, and the stories, with a button for the other language.
 * @param sharer '' where nobody is named: in the other language under a share, or once the sharer was forgotten
 */
export function showShared(
  view: View,
  show: Omit<ShowView, 'language'> & { language: MessageLanguage },
  sharer: string,
): Message {
  const { language } = show;
  const phrase = (text: Bilingual): string =>
    language === 'both' ? `${text.ko} · ${text.en}` : text[language];
  const storyView: StoryView = { language, today: show.today, soWhat: show.soWhat, zone: show.zone };
  const stories = storiesOf(view);
  const body =
    view.kind === 'story'
      ? [storyGroup(view.story, storyView)]
      : stories.map((story, index) => hitGroup(story, index + 1, storyView));
  const topic: Block[] =
    view.kind === 'hits'
      ? [
          {
            kind: 'heading',
            text: phrase(answerPhrases.found(view.asked.only || view.asked.words, view.total, view.isMore)),
          },
        ]
      : [];
  const named = sharer === '' ? '' : phrase(answerPhrases.sharedBy(sharer));
  const toggles = language === 'both' ? [toggle('en'), toggle('ko')] : [toggle(language)];
  return {
    language,
    push: named || firstWords(body),
    groups: [
      { blocks: [...topic, ...(named === '' ? [] : [small(named)])] },
      ...body,
      {
        blocks: [
          {
            kind: 'buttons',
            buttons: named === '' ? toggles : [...toggles, press(phrase(answerPhrases.unshare), 'unshare')],
          },
        ],
        repeats: true,
      },
    ],
  };
}

/** The stories an answer shows. */
export function storiesOf(view: View): EditionStory[] {
  if (view.kind === 'story') return [view.story];
  return 'stories' in view ? view.stories : [];
}
