import type { Bilingual, Language } from '../briefs/brief.ts';
import type { Edition, EditionStory } from '../digest/edition.ts';
import { editionMessages } from '../message/edition-messages.ts';
import { words } from '../message/inlines.ts';
import type { Block, Button, Group, Message, MessageLanguage } from '../message/message.ts';
import { restMessage } from '../message/rest-message.ts';
import { skimGroup } from '../message/skim-group.ts';
import { storyGroup } from '../message/story-group.ts';
import type { StoryView } from '../message/story-view.ts';
import { answerPhrases } from './answer-phrases.ts';
import { hitGroup } from './hit-group.ts';
import { standingLines } from './standing-lines.ts';
import type { Topic, View } from './view.ts';

export interface ShowView {
  language: Language;
  /** Local date of the reader's channel, `YYYY-MM-DD`. */
  today: string;
  soWhat: boolean;
  /** The edition that an `edition` or `rest` view is about. */
  edition: Edition | null;
  /** Stories a page of hits shows. */
  pageSize: number;
}

const say = (text: string): Block => ({ kind: 'text', inlines: [words(text)] });
const small = (text: string): Block => ({ kind: 'small', inlines: [words(text)] });
const press = (label: string, action: string): Button => ({ kind: 'press', label, action });
const row = (buttons: Button[]): Group => ({
  blocks: buttons.length > 0 ? [{ kind: 'buttons', buttons }] : [],
});

function toggle(language: Language): Button {
  return language === 'ko' ? press('English', 'lang:en') : press('한국어', 'lang:ko');
}

/** An answer as a message; its buttons carry the answer's id. Pure. */
export function showView(view: View, show: ShowView): Message {
  const { language } = show;
  const phrase = (text: Bilingual): string => text[language];
  const message = (push: string, groups: Group[]): Message => ({
    language,
    push,
    groups: groups.filter((group) => group.blocks.length > 0),
  });
  const storyView: StoryView = { language, today: show.today, soWhat: show.soWhat };

  switch (view.kind) {
    case 'help': {
      const title = phrase(answerPhrases.helpTitle);
      const items = answerPhrases.help[language].map((line) => [words(line)]);
      return message(title, [
        {
          blocks: [
            { kind: 'heading', text: title },
            { kind: 'list', items },
          ],
        },
        topicMenu(view.topics, language),
        row([toggle(language)]),
      ]);
    }
    case 'status': {
      const title = phrase(answerPhrases.statusTitle);
      const channels = view.standings.map((standing): Group => {
        const { name, state, lines } = standingLines(standing, show.today);
        return {
          blocks: [
            {
              kind: 'text',
              inlines: [{ kind: 'text', text: name, bold: true }, words(` · ${phrase(state)}`)],
            },
            { kind: 'list', items: lines.map((line) => [words(phrase(line))]) },
          ],
        };
      });
      return message(title, [
        { blocks: [{ kind: 'heading', text: title }] },
        ...channels,
        row([toggle(language)]),
      ]);
    }
    case 'say':
      return message(view[language], [{ blocks: [say(view[language])] }]);
    case 'edition': {
      if (show.edition === null) return message('', [{ blocks: [say(phrase(answerPhrases.tooOld))] }]);
      const { skim } = editionMessages(show.edition, language);
      const where = view.where === 'here' ? [] : [{ blocks: [small(phrase(answerPhrases.elsewhere))] }];
      return {
        ...skim,
        groups: [...where, ...skim.groups, topicMenu(view.topics, language)].filter(
          ({ blocks }) => blocks.length > 0,
        ),
      };
    }
    case 'rest':
      if (show.edition === null) return message('', [{ blocks: [say(phrase(answerPhrases.tooOld))] }]);
      return restMessage(show.edition, language);
    case 'newest': {
      const first = view.stories.length === 0 ? answerPhrases.noBriefs : answerPhrases.noEdition;
      return message(phrase(first), [
        { blocks: [say(phrase(first))] },
        ...view.stories.map((story) => skimGroup(story, storyView)),
        row(view.stories.length === 0 ? [] : [toggle(language)]),
      ]);
    }
    case 'story':
      return message(view.story.lead.title, [
        storyGroup(view.story, storyView),
        sharedNote(view, language),
        row([toggle(language), ...shareButton(view, language)]),
      ]);
    case 'nothing':
      return message(phrase(answerPhrases.nothing(view.asked.words)), [
        { blocks: [say(phrase(answerPhrases.nothing(view.asked.words)))] },
        view.near.length === 0
          ? row([])
          : {
              blocks: [
                small(phrase(answerPhrases.near)),
                { kind: 'buttons', buttons: view.near.map((term, index) => press(term, `near:${index}`)) },
              ],
            },
        view.stories.length === 0 ? row([]) : { blocks: [small(phrase(answerPhrases.newest))] },
        ...view.stories.map((story, index) => hitGroup(story, index + 1, storyView)),
        row(detailButtons(view.stories, language)),
      ]);
    case 'hits': {
      const { asked, understood, total, offset, stories } = view;
      const notes = [
        ...(understood.searched.length > 0
          ? [small(phrase(answerPhrases.searched(understood.searched.join(', '))))]
          : []),
        ...(understood.time
          ? [small(phrase(answerPhrases.between(understood.time.from, understood.time.to)))]
          : []),
        ...(total > stories.length
          ? [small(phrase(answerPhrases.shown(offset + 1, offset + stories.length, total)))]
          : []),
      ];
      const turning = [
        ...(offset > 0
          ? [press(phrase(answerPhrases.previous), `page:${Math.max(0, offset - show.pageSize)}`)]
          : []),
        ...(offset + stories.length < total
          ? [press(phrase(answerPhrases.next), `page:${offset + show.pageSize}`)]
          : []),
      ];
      return message(stories[0]?.lead.title ?? '', [
        {
          blocks: [
            { kind: 'heading', text: phrase(answerPhrases.found(asked.only || asked.words, total)) },
            ...notes,
          ],
        },
        ...stories.map((story, index) => hitGroup(story, index + 1, storyView)),
        row(detailButtons(stories, language)),
        sharedNote(view, language),
        row([
          ...turning,
          ...(understood.literal === ''
            ? []
            : [press(phrase(answerPhrases.onlyThis(understood.literal)), 'only')]),
          toggle(language),
          ...shareButton(view, language),
        ]),
      ]);
    }
  }
}

function shareButton(view: { isShared?: true }, language: Language): Button[] {
  return view.isShared ? [] : [press(answerPhrases.share[language], 'share')];
}

function sharedNote(view: { isShared?: true }, language: Language): Group {
  return { blocks: view.isShared ? [small(`✓ ${answerPhrases.shared[language]}`)] : [] };
}

/** A menu of what the briefs are about; nothing where there are none. */
function topicMenu(topics: readonly Topic[], language: Language): Group {
  if (topics.length === 0) return { blocks: [] };
  const choices = topics.map(({ text, briefs }) => ({ label: `${text} · ${briefs}`, value: text }));
  return {
    blocks: [{ kind: 'select', action: 'topic', placeholder: answerPhrases.topics[language], choices }],
  };
}

function detailButtons(stories: readonly EditionStory[], language: Language): Button[] {
  return stories.map((_story, index) => press(answerPhrases.details(index + 1)[language], `open:${index}`));
}

/** What the channel sees when an answer is shared: who shared it, and the stories, with a button for the other language. */
export function showShared(
  view: View,
  show: Omit<ShowView, 'language'> & { language: MessageLanguage },
  sharer: string,
): Message {
  const { language } = show;
  const phrase = (text: Bilingual): string =>
    language === 'both' ? `${text.ko} · ${text.en}` : text[language];
  const storyView: StoryView = { language, today: show.today, soWhat: show.soWhat };
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
            text: phrase(answerPhrases.found(view.asked.only || view.asked.words, view.total)),
          },
        ]
      : [];
  const toggles = language === 'both' ? [toggle('en'), toggle('ko')] : [toggle(language)];
  return {
    language,
    push: phrase(answerPhrases.sharedBy(sharer)),
    groups: [
      { blocks: [...topic, ...(sharer === '' ? [] : [small(phrase(answerPhrases.sharedBy(sharer)))])] },
      ...body,
      {
        blocks: [
          {
            kind: 'buttons',
            buttons: sharer === '' ? toggles : [...toggles, press(phrase(answerPhrases.unshare), 'unshare')],
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
