import type { Bilingual } from '../../briefs/brief.ts';
import { withoutInvisible } from '../../briefs/plain-text.ts';
import type { EditionLanguage } from '../../digest/edition.ts';
import { managePhrases } from './manage-phrases.ts';
import { readZone } from './read-zone.ts';
import { type Appointment, appointmentOf, readDays, readTime, scheduleOf } from './schedule-words.ts';

/** What people decide about a channel's editions in the chat, as settings. */
export interface ChannelDraft {
  language: EditionLanguage;
  schedule: string;
  timezone: string;
  topics: string[];
}

/** The words that somebody gave for it; what is left out stays as it is. */
export interface DraftWords {
  language?: string;
  time?: string;
  /** Names of days, or their numbers. */
  days?: string | readonly number[];
  timezone?: string;
  /** With commas between them, in double quotes where one has commas itself; '' or `all` for everything. */
  topics?: string;
}

export type DraftField = keyof DraftWords;

export type DraftReading =
  | { draft: ChannelDraft; errors: null }
  | { draft: null; errors: Partial<Record<DraftField, Bilingual>> };

const topicsAtMost = 20;
const topicLength = 60;
const everything = new Set(['all', 'everything', '전체', '모두', '모든 주제', '*', '-']);

/** Reads what was said over what holds now; everything that is wrong at once. */
export function readDraft(now: ChannelDraft, words: DraftWords): DraftReading {
  const errors: Partial<Record<DraftField, Bilingual>> = {};
  const language = isLanguage(words.language) ? words.language : now.language;
  if (words.language !== undefined && language !== words.language) errors.language = managePhrases.noLanguage;

  const timezone = words.timezone === undefined ? now.timezone : readZone(words.timezone);
  if (timezone === null) errors.timezone = managePhrases.noZone(words.timezone ?? '');

  const topics = words.topics === undefined ? now.topics : readTopics(words.topics);
  // What holds now may go beyond, for the file has no such limits.
  if (topics.length > Math.max(topicsAtMost, now.topics.length))
    errors.topics = managePhrases.manyTopics(topicsAtMost);
  const long = topics.find((topic) => [...topic].length > topicLength && !now.topics.includes(topic));
  if (long !== undefined) errors.topics = managePhrases.longTopic(topicLength);

  const schedule = readAppointment(now.schedule, words, errors);
  if (Object.keys(errors).length > 0 || timezone === null) return { draft: null, errors };
  return { draft: { language, schedule, timezone, topics }, errors: null };
}

function isLanguage(text: string | undefined): text is EditionLanguage {
  return text === 'ko' || text === 'en' || text === 'both';
}

/** What stands between commas; a comma inside double quotes is part of the topic. */
const topicParts = /(?<=^|[,，、\n])\s*"([^"\n]+)"\s*(?=[,，、\n]|$)|[^,，、\n]+/g;

/** Topics as they are typed. */
export function topicsText(topics: readonly string[]): string {
  return topics.map((topic) => (/[,，、\n]/.test(topic) ? `"${topic}"` : topic)).join(', ');
}

function readTopics(text: string): string[] {
  const plain = withoutInvisible(text).normalize('NFC').trim();
  if (everything.has(plain.toLowerCase())) return [];
  const parts = [...plain.matchAll(topicParts)].map(([part, quoted]) => quoted ?? part);
  const topics = parts.map((topic) => topic.replace(/\s+/g, ' ').trim());
  return [...new Set(topics.filter((topic) => topic !== ''))];
}

/** A schedule that is more than one time on some days stays, unless time and days are both said. */
function readAppointment(
  schedule: string,
  words: DraftWords,
  errors: Partial<Record<DraftField, Bilingual>>,
): string {
  const said = { time: words.time?.trim() || undefined, days: words.days };
  if (said.time === undefined && said.days === undefined) return schedule;
  const before: Partial<Appointment> = appointmentOf(schedule) ?? {};
  const time = said.time === undefined ? before.time : readTime(said.time);
  const days =
    said.days === undefined
      ? before.days
      : typeof said.days === 'string'
        ? readDays(said.days)
        : [...said.days].sort((a, b) => a - b);
  if (time === null) errors.time = managePhrases.noTime(said.time ?? '');
  if (time === undefined) errors.time = managePhrases.timeToo;
  if (days === null || days?.length === 0) errors.days = managePhrases.noDays;
  if (days === undefined) errors.days = managePhrases.daysToo;
  if (!time || !days || days.length === 0) return schedule;
  return scheduleOf({ time, days });
}

/** The settings in which one draft differs from another. */
export function changedIn(from: ChannelDraft, to: ChannelDraft): Partial<ChannelDraft> {
  const changed = Object.entries(to).filter(
    ([key, value]) => JSON.stringify(from[key as keyof ChannelDraft]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed);
}
