import type { Bilingual, Language } from '../../briefs/brief.ts';
import { localDate } from '../../digest/local-date.ts';
import { dateWords, momentWords } from '../../message/calendar-words.ts';
import { words } from '../../message/inlines.ts';
import type { Block, Button, Group, Inline } from '../../message/message.ts';
import { managePhrases as phrases } from '../manage/manage-phrases.ts';
import { scheduleWords } from '../manage/schedule-words.ts';
import type { Sheet } from '../manage/sheet.ts';
import type { View } from '../view.ts';
import { answerMessage, press, row, type Show, say, small, toggle } from './show-parts.ts';

type SheetView = Extract<View, { kind: 'sheet' }>;

/** The settings of a channel: what holds, what of it was set in the chat and by whom, and what can be done. */
export const showSheet: Show<'sheet'> = (view, { language, today }) => {
  const { sheet, note } = view;
  const title = phrases.sheetTitle[language];
  return answerMessage(language, note?.[language] ?? title, [
    { blocks: [{ kind: 'heading', text: title }, ...(note === null ? [] : [say(note[language])])] },
    { blocks: [{ kind: 'list', items: rows(sheet, language, today) }, ...origins(view, language, today)] },
    ...previewOf(view, language),
    row([...buttons(view, language), toggle(language)]),
  ]);
};

function rows(sheet: Sheet, language: Language, today: string): Inline[][] {
  const { topics } = sheet;
  const values: [key: string, label: Bilingual, value: string][] = [
    ['language', phrases.language, phrases.languages[sheet.language][language]],
    ['schedule', phrases.time, scheduleWords(sheet.schedule)[language]],
    ['timezone', phrases.timezone, sheet.timezone],
    ['topics', phrases.topics, topics.length === 0 ? phrases.allTopics[language] : topics.join(', ')],
  ];
  const listed = values.map(([key, label, value]): Inline[] => {
    const by = sheet.setInChat.find((each) => each.key === key);
    const mark =
      by && sheet.isInFile ? ` (${phrases.setBy(by.by, dayOf(by.at, sheet, today))[language]})` : '';
    return [{ kind: 'text', text: `${label[language]}: `, bold: true }, words(`${value}${mark}`)];
  });
  return [...listed, ...comingRow(sheet, language, today)];
}

/** When the next edition comes, or since when and by whom they are stopped. */
function comingRow({ pause, next, timezone }: Sheet, language: Language, today: string): Inline[][] {
  if (pause !== null) {
    const since = pause.since === null ? null : momentWords(pause.since, timezone, today);
    const text = since === null ? phrases.pausedInFile : phrases.pausedBy(pause.by, since);
    return [[{ kind: 'text', text: text[language], bold: true }]];
  }
  if (next === null) return [];
  return [[words(phrases.next(momentWords(next.dueAt, timezone, today))[language])]];
}

function origins({ sheet, takesForm }: SheetView, language: Language, today: string): Block[] {
  const from = sheet.isInFile ? (sheet.setInChat.length > 0 ? [phrases.fromFile] : []) : [phrases.fromChat];
  const { last } = sheet;
  const changed =
    last === null ? [] : [phrases.lastChange(last.by.name, momentWords(last.at, sheet.timezone, today))];
  const how = takesForm ? [] : [phrases.howToChange];
  return [...from, ...changed, ...how].map((text) => small(text[language]));
}

function previewOf({ preview }: SheetView, language: Language): Group[] {
  if (preview === null) return [];
  if (preview.length === 0) return [{ blocks: [{ kind: 'divider' }, say(phrases.emptyPreview[language])] }];
  return [{ blocks: [{ kind: 'divider' }, small(phrases.preview[language])] }, ...preview];
}

function buttons({ sheet, preview, takesForm }: SheetView, language: Language): Button[] {
  const now: Button = {
    kind: 'press',
    label: phrases.postNow[language],
    action: 'set-now',
    ...(preview === null ? {} : { style: 'primary' }),
  };
  const change = press(phrases.change[language], 'set-form');
  const pausing =
    sheet.pause === null
      ? press(phrases.pause[language], 'set-pause')
      : press(phrases.resume[language], 'set-resume');
  const undo = sheet.last === null ? [] : [press(phrases.undo[language], `set-undo:${sheet.last.id}`)];
  const reset = sheet.setInChat.length === 0 ? [] : [press(phrases.reset[language], 'set-reset')];
  const isEmpty = preview !== null && preview.length === 0;
  return [...(isEmpty ? [] : [now]), ...(takesForm ? [change] : []), pausing, ...undo, ...reset];
}

function dayOf(at: number, { timezone }: Sheet, today: string): Bilingual {
  return dateWords(localDate(at, timezone), today);
}
