import type { Language } from '../briefs/brief.ts';
import type { Completion } from './answerer.ts';
import { completeSince } from './complete-since.ts';
import type { Typing } from './hearing.ts';
import { completeSettings } from './manage/complete-settings.ts';
import { type ReaderStore, readerAt } from './reader-store.ts';
import { sinceWords } from './since-words.ts';
import type { AnswerSources } from './sources.ts';
import type { Talk } from './talk.ts';

/** Discord shows so many. @see https://docs.discord.com/developers/interactions/application-commands#autocomplete */
const completionsAtMost = 25;

/** What fits the letters typed so far, with how many briefs there are. */
export async function completeTyping(
  typing: Typing,
  talk: Pick<Talk, 'languageOf' | 'isTime'>,
  {
    sources,
    readers,
  }: { sources: Pick<AnswerSources, 'sourceNames' | 'suggest'>; readers: Pick<ReaderStore, 'follows'> },
): Promise<Completion[]> {
  if (typing.command === 'mybrief unfollow') {
    const follows = await readers.follows(readerAt(typing.spot, typing.speaker.id));
    const typed = typing.typed.trim().toLowerCase();
    return follows
      .filter(({ topic }) => topic.toLowerCase().includes(typed))
      .map(({ topic }) => ({ label: topic, value: topic }));
  }
  if (typing.option === 'source') {
    const names = await sources.sourceNames(typing.typed, completionsAtMost);
    return names.map(({ name, briefs }) => ({ label: `${name} · ${briefs}`, value: name }));
  }
  if (typing.option === 'since') {
    const isTime = (words: string) => talk.isTime(sinceWords(words), typing.spot);
    return completeSince(typing.typed, await languageOf(typing, talk), isTime);
  }
  if (typing.command.startsWith('briefing ')) return completeSettings(typing, sources);
  if (typing.option !== 'topic') return [];
  const suggestions = await sources.suggest(typing.typed, {
    language: await languageOf(typing, talk),
    limit: completionsAtMost,
  });
  return suggestions.map(({ text, briefs }) => ({ label: `${text} · ${briefs}`, value: text }));
}

/** The language typed; before anything is typed, the person's own. */
async function languageOf(
  { typed, speaker, spot }: Typing,
  talk: Pick<Talk, 'languageOf'>,
): Promise<Language> {
  if (typed === '') return talk.languageOf(speaker, spot);
  return /\p{Script=Hangul}/u.test(typed) ? 'ko' : 'en';
}
