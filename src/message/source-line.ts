import type { EditionStory, ToldStory } from '../digest/edition.ts';
import { daysBetween, localDate } from '../digest/local-date.ts';
import { localTime } from '../digest/local-time.ts';
import { dateWords, weekdayWords } from './calendar-words.ts';
import { phrase } from './in-language.ts';
import { dotted, linked, words } from './inlines.ts';
import type { Inline } from './message.ts';
import { phrases } from './phrases.ts';
import type { StoryView } from './story-view.ts';

const oldAfterDays = 7;

/** The date of a story that is more than seven days old; nothing for a fresh one. */
export function ageOf(story: EditionStory, view: StoryView): Inline[] {
  const { datePublished } = story.lead;
  const days = daysBetween(datePublished, view.today);
  if (days === null || days <= oldAfterDays) return [];
  return [words(phrase(dateWords(datePublished, view.today), view.language))];
}

/** “Corrected 09:40” in the reader's zone, with the day where it is another one; nothing where nothing was mended. */
export function correctedMark({ edited }: EditionStory, { language, today, zone }: StoryView): Inline[] {
  if (edited?.kind !== 'corrected') return [];
  const time = localTime(edited.at, zone);
  const day = localDate(edited.at, zone);
  const { ko, en } = dateWords(day, today);
  const when = day === today ? { ko: time, en: time } : { ko: `${ko} ${time}`, en: `${en}, ${time}` };
  return [{ kind: 'text', text: phrase(phrases.corrected(when), language), bold: true }];
}

/** Says how a story was made where no person's pipeline made it; nothing where one did. */
export function madeMark({ lead }: EditionStory, { language }: StoryView): Inline[] {
  return lead.made === 'pipeline' ? [] : [words(phrase(phrases[lead.made], language))];
}

/** “Update to Tuesday's story”, linked to the message that told it. */
function updateLine(told: ToldStory, view: StoryView): Inline {
  const days = daysBetween(told.date, view.today) ?? 0;
  if (days <= 0) return linked(phrase(phrases.updateOfToday, view.language), told.link);
  const when = days < 7 ? weekdayWords(told.date) : dateWords(told.date, view.today);
  return linked(phrase(phrases.updateOf({ ko: when.ko, en: `${when.en}’s` }), view.language), told.link);
}

/**
 * The small print of a story: the source, its title as written, which is the link, the date where it is old, how it
 * was made where no person's pipeline made it, and what it continues.
 * @param withTitle false where the title already stands above, so that the source is no link of its own
 */
export function sourceLine(story: EditionStory, view: StoryView, withTitle: boolean): Inline[] {
  const { title, sourceName, url } = story.lead;
  const label = sourceName || phrase(phrases.original, view.language);
  return dotted([
    ...(withTitle
      ? [sourceName === '' ? [] : [words(sourceName)], [linked(title, url)]]
      : [[linked(label, url)]]),
    ageOf(story, view),
    madeMark(story, view),
    story.updateOf ? [updateLine(story.updateOf, view)] : [],
    correctedMark(story, view),
  ]);
}

/** The story's other sources as short links; nothing where only one tells it. */
export function otherSources(story: EditionStory, view: StoryView): Inline[] {
  const seen = new Set([story.lead.file]);
  const others: Inline[][] = [];
  for (const { name, url, file } of story.sources) {
    const key = `${name} ${url}`;
    if (seen.has(file) || seen.has(key)) continue;
    seen.add(key);
    others.push([
      linked(name || phrase(url === '' ? phrases.unnamed : phrases.original, view.language), url),
    ]);
  }
  return others.length === 0
    ? []
    : [words(`${phrase(phrases.alsoTold, view.language)}: `), ...dotted(others)];
}
