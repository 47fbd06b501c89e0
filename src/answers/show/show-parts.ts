import type { Language } from '../../briefs/brief.ts';
import type { EditionStory } from '../../digest/edition.ts';
import { words } from '../../message/inlines.ts';
import type { Block, Button, Group, Message } from '../../message/message.ts';
import { isRemoved } from '../../message/removed-story.ts';
import type { StoryView } from '../../message/story-view.ts';
import { answerPhrases } from '../answer-phrases.ts';
import type { Topic, View } from '../view.ts';
import { hitGroup } from './hit-group.ts';
import type { ShowView } from './show-options.ts';

/** Shows one kind of view. Pure. */
export type Show<K extends View['kind']> = (view: Extract<View, { kind: K }>, show: ShowView) => Message;

/** A message without the groups that turned out empty. */
export function answerMessage(language: Language, push: string, groups: Group[]): Message {
  return { language, push, groups: groups.filter((group) => group.blocks.length > 0) };
}

export const say = (text: string): Block => ({ kind: 'text', inlines: [words(text)] });
export const small = (text: string): Block => ({ kind: 'small', inlines: [words(text)] });
export const press = (label: string, action: string): Button => ({ kind: 'press', label, action });

/** The stories of a page, numbered through all pages, and a button for the whole of each that is still told. */
export function storyPage(stories: readonly EditionStory[], offset: number, show: ShowView): Group[] {
  const { language } = show;
  const numbered = stories.map((story, index) => ({ story, index, number: offset + index + 1 }));
  return [
    ...numbered.map(({ story, number }) => hitGroup(story, number, storyViewOf(show))),
    row(
      numbered
        .filter(({ story }) => !isRemoved(story))
        .map(({ index, number }) => press(answerPhrases.details(number)[language], `open:${index}`)),
    ),
  ];
}

export function row(buttons: Button[]): Group {
  return { blocks: buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [] };
}

/** The button for the other language. */
export function toggle(language: Language): Button {
  return language === 'ko' ? press('English', 'lang:en') : press('한국어', 'lang:ko');
}

/** A menu of what the briefs are about; nothing where there are none. */
export function topicMenu(topics: readonly Topic[], language: Language): Group {
  if (topics.length === 0) return { blocks: [] };
  const choices = topics.map(({ text, briefs }) => ({ label: `${text} · ${briefs}`, value: text }));
  return {
    blocks: [{ kind: 'select', action: 'topic', placeholder: answerPhrases.topics[language], choices }],
  };
}

export function storyViewOf({ language, today, soWhat, zone }: ShowView): StoryView {
  return { language, today, soWhat, zone };
}
