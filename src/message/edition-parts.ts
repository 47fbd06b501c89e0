import type { Bilingual } from '../briefs/brief.ts';
import type { Edition, EditionStory } from '../digest/edition.ts';
import { spanWords } from './calendar-words.ts';
import { headlineItem } from './headline-item.ts';
import { phrase } from './in-language.ts';
import { words } from './inlines.ts';
import type { Block, Button, Group, MessageLanguage } from './message.ts';
import { phrases } from './phrases.ts';
import type { StoryView } from './story-view.ts';

const itemsPerGroup = 5;

/** How an edition's stories are shown in a language. */
export function viewOf(edition: Edition, language: MessageLanguage): StoryView {
  const { soWhat, timezone } = edition.rules;
  return { language, today: edition.slot.date, soWhat, zone: timezone };
}

/** Stories that the skim message does not show: behind the button. */
export function leftOver(edition: Edition): EditionStory[] {
  const listed = edition.rules.layout === 'full' || edition.highlights.length === 0;
  return listed ? edition.rest : [...edition.headlines, ...edition.rest];
}

/** Two texts as one heading, with a tail that names the counts or what else it is about. */
function headingBlocks(heading: Bilingual, language: MessageLanguage): Block[] {
  if (language !== 'both') return [{ kind: 'heading', text: heading[language] }];
  return [
    { kind: 'heading', text: heading.ko },
    { kind: 'small', inlines: [words(heading.en)] },
  ];
}

/** A heading that names the edition's span and something about it. */
export function spanHeading(edition: Edition, what: Bilingual, language: MessageLanguage): Block[] {
  const span = spanWords(edition.span, edition.slot.date);
  return headingBlocks({ ko: `${span.ko} · ${what.ko}`, en: `${span.en} · ${what.en}` }, language);
}

/** The edition's header: span, counts, and in the first one a line that explains what can be done. */
export function headerGroup(edition: Edition, language: MessageLanguage): Group {
  const total = edition.highlights.length + edition.headlines.length + edition.rest.length;
  const shown = edition.highlights.length || edition.headlines.length;
  const hint =
    language === 'both'
      ? phrase(phrases.searchHint, 'both')
      : `${phrases.flagHint[language]} ${phrases.searchHint[language]}`;
  return {
    blocks: [
      ...spanHeading(edition, phrases.counts(total, shown), language),
      ...(edition.isFirst ? [{ kind: 'small' as const, inlines: [words(hint)] }] : []),
    ],
  };
}

/** One-line stories, a few to a group, so that a long list can be split between them. */
export function headlineGroups(stories: readonly EditionStory[], view: StoryView): Group[] {
  const groups: Group[] = [];
  for (let start = 0; start < stories.length; start += itemsPerGroup) {
    const items = stories.slice(start, start + itemsPerGroup).map((story) => headlineItem(story, view));
    groups.push({ blocks: [{ kind: 'list', items }] });
  }
  return groups;
}

/** The buttons that show a message in the language or languages it is not in; in `both`, one language by itself. */
export function languageButtons(language: MessageLanguage): Button[] {
  const english: Button = { kind: 'press', label: 'English', action: 'lang:en' };
  const korean: Button = { kind: 'press', label: '한국어', action: 'lang:ko' };
  return language === 'both' ? [korean, english] : [language === 'ko' ? english : korean];
}
