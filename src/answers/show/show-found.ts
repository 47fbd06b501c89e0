import type { Bilingual, Language } from '../../briefs/brief.ts';
import type { Block, Button, Group } from '../../message/message.ts';
import { isRemoved } from '../../message/removed-story.ts';
import { storyGroup } from '../../message/story-group.ts';
import { answerPhrases } from '../answer-phrases.ts';
import { readerPhrases } from '../reader-phrases.ts';
import type { Sharing, View } from '../view.ts';
import type { ShowView } from './show-options.ts';
import {
  answerMessage,
  press,
  row,
  type Show,
  say,
  small,
  storyPage,
  storyViewOf,
  toggle,
} from './show-parts.ts';
import { storiesOf } from './show-shared.ts';

type Shareable = Extract<View, { kind: 'hits' | 'story' }>;
type Hits = Extract<View, { kind: 'hits' }>;

export const showStory: Show<'story'> = (view, show) => {
  const { language } = show;
  return answerMessage(language, view.story.lead.title, [
    storyGroup(view.story, storyViewOf(show)),
    sharedNote(view, language),
    row([toggle(language), ...shareButtons(view, show)]),
    shareMenu(view, language),
  ]);
};

export const showNothing: Show<'nothing'> = (view, show) => {
  const { language } = show;
  const sentence = whyNothing(view)[language];
  const days = view.time ? [answerPhrases.between(view.time.from, view.time.to)] : [];
  const near: Block[] =
    view.near.length === 0
      ? []
      : [
          small(answerPhrases.near[language]),
          { kind: 'buttons', buttons: view.near.map(({ label }, index) => press(label, `near:${index}`)) },
        ];
  return answerMessage(language, sentence, [
    { blocks: [say(sentence), ...days.map((note) => small(note[language]))] },
    { blocks: near },
    { blocks: view.stories.length === 0 ? [] : [small(answerPhrases.newest[language])] },
    ...storyPage(view.stories, 0, show),
  ]);
};

function whyNothing({ reason, asked }: Extract<View, { kind: 'nothing' }>): Bilingual {
  if (reason?.no === 'source') return answerPhrases.noSource(reason.name);
  if (reason?.no === 'tag') return answerPhrases.noTag(reason.name);
  if (reason?.no === 'name') return answerPhrases.noName[reason.of];
  if (reason?.no === 'words') return readerPhrases.noTopic(asked.words);
  const nothing = answerPhrases.nothing(asked.words);
  if (reason === undefined) return nothing;
  const unread = answerPhrases.unreadTime(reason.words);
  return { ko: `${nothing.ko} ${unread.ko}`, en: `${nothing.en} ${unread.en}` };
}

export const showHits: Show<'hits'> = (view, show) => {
  const { language } = show;
  const { asked, total, isMore, stories } = view;
  return answerMessage(language, stories[0]?.lead.title ?? '', [
    {
      blocks: [
        { kind: 'heading', text: answerPhrases.found(asked.only || asked.words, total, isMore)[language] },
        ...readingNotes(view, language),
      ],
    },
    ...storyPage(stories, view.offset, show),
    sharedNote(view, language),
    row([
      ...pageButtons(view, show),
      ...onlyButton(view, language),
      toggle(language),
      ...shareButtons(view, show),
    ]),
    shareMenu(view, language),
  ]);
};

/** How the question was read, and which page this is. */
function readingNotes({ understood, offset, stories, total, isMore }: Hits, language: Language): Block[] {
  const { searched, time, source, unknown = [], unreadTime } = understood;
  const notes = [
    searched.length > 0 ? answerPhrases.searched(searched.join(', ')) : null,
    unknown.length > 0 ? answerPhrases.unknown(unknown.join(', ')) : null,
    unreadTime === undefined ? null : answerPhrases.unreadTime(unreadTime),
    source === undefined ? null : answerPhrases.fromSource(source),
    time ? answerPhrases.between(time.from, time.to) : null,
    total > stories.length ? answerPhrases.shown(offset + 1, offset + stories.length, total, isMore) : null,
  ];
  return notes.flatMap((note) => (note === null ? [] : [small(note[language])]));
}

function pageButtons({ offset, stories, total }: Hits, { language, pageSize }: ShowView): Button[] {
  const back = press(answerPhrases.previous[language], `page:${Math.max(0, offset - pageSize)}`);
  const next = press(answerPhrases.next[language], `page:${offset + pageSize}`);
  return [...(offset > 0 ? [back] : []), ...(offset + stories.length < total ? [next] : [])];
}

function onlyButton({ understood: { literal } }: Hits, language: Language): Button[] {
  return literal === '' ? [] : [press(answerPhrases.onlyThis(literal)[language], 'only')];
}

/** Whether the editors left anything of it to share. */
function isTelling(view: Shareable): boolean {
  return storiesOf(view).some((story) => !isRemoved(story));
}

function shareButtons(view: Shareable, { language, sharing }: ShowView): Button[] {
  if (view.isShared || !isTelling(view)) return [];
  return [
    ...(sharing.here ? [press(answerPhrases.share[language], 'share')] : []),
    ...(sharing.elsewhere && view.shareTo === undefined
      ? [press(answerPhrases.shareElsewhere[language], 'elsewhere')]
      : []),
  ];
}

/** The other channels, once they were asked for. */
function shareMenu(view: Shareable, language: Language): Group {
  if (view.isShared || view.shareTo === undefined || !isTelling(view)) return { blocks: [] };
  const choices = view.shareTo.map(({ id, name }) => ({ label: `#${name}`, value: id }));
  const placeholder = answerPhrases.shareWhere[language];
  return { blocks: [{ kind: 'select', action: 'shareto', placeholder, choices }] };
}

function sharedNote(view: Sharing, language: Language): Group {
  if (!view.isShared) return { blocks: [] };
  const said =
    view.sharedWith === undefined ? answerPhrases.shared : answerPhrases.sharedElsewhere(view.sharedWith);
  return { blocks: [small(`✓ ${said[language]}`)] };
}
