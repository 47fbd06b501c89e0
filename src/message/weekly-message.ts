import type { TopicChange, Weekly, WeeklyStory } from '../digest/weekly.ts';
import { spanWords, weekdayWords } from './calendar-words.ts';
import { languageButtons } from './edition-parts.ts';
import { firstWords } from './first-words.ts';
import { phrase } from './in-language.ts';
import { linked, words } from './inlines.ts';
import type { Block, Group, Inline, Message, MessageLanguage } from './message.ts';
import { skimGroup } from './skim-group.ts';
import type { StoryView } from './story-view.ts';
import { weeklyPhrases } from './weekly-phrases.ts';

/** How a roll-up is told. */
export interface WeeklyShow {
  language: MessageLanguage;
  soWhat: boolean;
  /** The channel's IANA zone. */
  zone: string;
  /** The chart of topics, PNG as base64; null to tell it in words alone. */
  chart: string | null;
}

/** The week in one message: the best stories, what rose and fell, and a chart of it. A quiet week is short. */
export function weeklyMessage(weekly: Weekly, { language, soWhat, zone, chart }: WeeklyShow): Message {
  const span = spanWords(weekly.span, weekly.span.to);
  const stories = weekly.stories.map((each) => storyGroup(each, weekly, { language, soWhat, zone }));
  return {
    language,
    push: firstWords(stories),
    groups: [
      {
        blocks: [
          { kind: 'heading', text: phrase(weeklyPhrases.heading(span), language) },
          small(countWords(weekly, language)),
        ],
      },
      ...stories,
      ...topicGroups(weekly, language, chart),
      { blocks: [{ kind: 'buttons', buttons: languageButtons(language) }], repeats: true },
    ],
  };
}

function countWords(weekly: Weekly, language: MessageLanguage): string {
  const counts = phrase(weeklyPhrases.counts(weekly.total, weekly.sources), language);
  return weekly.charted.length > 0 ? counts : `${counts} · ${phrase(weeklyPhrases.quiet, language)}`;
}

function storyGroup(
  { story, date, link }: WeeklyStory,
  weekly: Weekly,
  view: Omit<StoryView, 'today'>,
): Group {
  const { blocks } = skimGroup(story, { ...view, today: weekly.span.to });
  const when = phrase(weeklyPhrases.toldOn(weekdayWords(date)), view.language);
  const last = blocks.at(-1);
  const told: Inline[] = [words(' · '), linked(when, link)];
  const closing: Block[] =
    last?.kind === 'small'
      ? [{ ...last, inlines: [...last.inlines, ...told] }]
      : [...(last ? [last] : []), { kind: 'small', inlines: told.slice(1) }];
  return { blocks: [{ kind: 'divider' }, ...blocks.slice(0, -1), ...closing] };
}

function topicGroups(weekly: Weekly, language: MessageLanguage, chart: string | null): Group[] {
  if (weekly.charted.length === 0) return [];
  const title: Inline = { kind: 'text', text: phrase(weeklyPhrases.topics, language), bold: true };
  const lines = weekly.comparable
    ? [
        line(phrase(weeklyPhrases.rose, language), weekly.rose, language),
        line(phrase(weeklyPhrases.fell, language), weekly.fell, language),
      ]
    : [weekly.charted.map(({ topic, now }) => `${topic} ${now}`).join(' · ')];
  const image: Block[] =
    chart === null ? [] : [{ kind: 'image', png: chart, alt: chartWords(weekly, language) }];
  return [
    {
      blocks: [
        { kind: 'divider' },
        { kind: 'text', inlines: [title] },
        { kind: 'list', items: lines.filter((text) => text !== '').map((text) => [words(text)]) },
        ...image,
      ],
    },
  ];
}

function line(what: string, changes: readonly TopicChange[], language: MessageLanguage): string {
  if (changes.length === 0) return '';
  const one = language === 'en' ? 'en' : 'ko';
  return `${what}: ${changes.map((change) => weeklyPhrases.change(change)[one]).join(' · ')}`;
}

/** Everything that the chart shows, for those who do not see it. */
export function chartWords(weekly: Weekly, language: MessageLanguage): string {
  const one = language === 'en' ? 'en' : 'ko';
  const rows = weekly.charted.map((change) =>
    weekly.comparable ? weeklyPhrases.change(change)[one] : `${change.topic} ${change.now}`,
  );
  return `${phrase(weeklyPhrases.chartTitle, language)}: ${rows.join(', ')}`;
}

function small(text: string): Block {
  return { kind: 'small', inlines: [words(text)] };
}
