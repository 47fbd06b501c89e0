import type { Bilingual, Brief, Language } from '../briefs/brief.ts';
import type { PlatformName } from '../digest/edition.ts';
import type { Weekly } from '../digest/weekly.ts';
import { answerPhrases } from './answer-phrases.ts';
import type { Answerer } from './answerer.ts';
import { completeTyping } from './complete-typing.ts';
import type { EditDesk } from './edit/edit-desk.ts';
import { editPhrases } from './edit/edit-phrases.ts';
import { editSubject } from './edit/edit-subject.ts';
import { editionSubject } from './edition-subject.ts';
import { explainSubject } from './explain-subject.ts';
import { answerFlag } from './flag-reply.ts';
import { followSubject } from './follow-subject.ts';
import { forgetSubject } from './forget-subject.ts';
import type { AnyAnswer, Command, MenuChoice, Press, Spot, Submission, Submitted } from './hearing.ts';
import { languageChoiceSubject } from './language-choice-subject.ts';
import { languageSubject } from './language-subject.ts';
import type { ManageOptions } from './manage/manage-options.ts';
import { manageSubject } from './manage/manage-subject.ts';
import { missedSubject } from './missed-subject.ts';
import type { ReachOf } from './reach.ts';
import type { LookedAt, ReaderStore } from './reader-store.ts';
import type { ReportDesk } from './report/report-desk.ts';
import { reportSubject } from './report/report-subject.ts';
import { searchSubject } from './search-subject.ts';
import { shareSubject } from './share-subject.ts';
import type { AnswerSources } from './sources.ts';
import type { Standing } from './standing.ts';
import type { AnswerStore, RequestPost, Revise } from './stores.ts';
import type { FormReturn, Subject } from './subject.ts';
import { createTalk, type SpotRules } from './talk.ts';
import type { FormView, View } from './view.ts';
import { weeklySubject } from './weekly-subject.ts';

export interface AnswererOptions {
  sources: AnswerSources;
  store: AnswerStore;
  readers: ReaderStore;
  reach: ReachOf;
  /** How far the briefs go that are there now. */
  lookedAt: () => Promise<LookedAt>;
  requestPost: RequestPost;
  revise: Revise;
  clock: () => number;
  /** The configured channel at a spot; null where it has no entry. */
  rulesAt: (spot: Spot) => SpotRules | null;
  /** The other channels of the workspace that get editions. */
  otherChannels: (spot: Spot) => string[];
  /** Whether flags are answered at a spot. */
  flagsAt: (spot: Spot) => boolean;
  flags: () => Readonly<Record<Language, readonly string[]>>;
  /** How every channel stands. */
  standings: () => Promise<Standing[]>;
  /** Why a brief was in, or out of, the edition of the channel at a spot; null where it has no entry. */
  why: (brief: Brief, spot: Spot) => Promise<Bilingual | null>;
  /** What the channel at a spot was told in the last seven days; null where nothing. */
  weekly: (spot: Spot) => Promise<Weekly | null>;
  /** Looking after channels in the chat. */
  manage: ManageOptions;
  /** Retracting and correcting in the chat. */
  edit: EditDesk;
  /** Telling the operator. */
  report: ReportDesk;
  /** Whether so-whats are told on a platform where no entry says so. */
  soWhatBeyond: (platform: PlatformName) => boolean;
  /** Zone of channels without an entry. */
  zone: string;
  /** Makes an id of 24 characters `a-z2-7`; equal for equal parts. */
  makeId: (...parts: string[]) => string;
  /** Never the same twice. */
  random: () => string;
}

/** Answers commands, presses and flags from what is stored; posts nothing by itself. */
export function createAnswerer(options: AnswererOptions): Answerer {
  const { store } = options;
  const talk = createTalk(options);
  // Words go to the first subject that knows them; what none knows is searched for.
  const subjects: readonly Subject[] = [
    explainSubject(talk, options),
    editionSubject(talk, options),
    weeklySubject(talk, options),
    manageSubject(talk, options),
    languageSubject(talk),
    languageChoiceSubject(talk, options),
    missedSubject(talk, options),
    followSubject(talk, options),
    forgetSubject(talk, options),
    shareSubject(talk, options),
    editSubject(talk, options),
    reportSubject(talk, options),
    searchSubject(talk),
  ];
  const answerPresses = byVerb(subjects.map((subject) => subject.answerPresses));
  const deliveredPresses = byVerb(subjects.map((subject) => subject.deliveredPresses));

  async function command(said: Command): Promise<AnyAnswer> {
    const language = await talk.languageOf(said.speaker, said.spot, said.options.language);
    for (const subject of subjects) {
      const answer = await subject.command(said, language);
      if (answer !== null) return answer;
    }
    throw new Error('no subject answers these words; search should have');
  }

  async function press(pressed: Press): Promise<AnyAnswer | null> {
    const [verb = '', argument = ''] = pressed.action.split(':');
    const kept = await store.answer(pressed.id);
    if (kept !== null && pressed.isPrivate) {
      const view = kept.body as View;
      return answerPresses.get(verb)?.({ pressed, kept, view, language: kept.language, argument }) ?? null;
    }
    const language = await talk.languageOf(pressed.speaker, pressed.spot);
    const delivered = await store.delivered(pressed.id);
    if (delivered === null) return talk.say(answerPhrases.tooOld, pressed, language);
    return deliveredPresses.get(verb)?.({ pressed, delivered, language, argument }) ?? null;
  }

  async function submit(submitted: Submission): Promise<Submitted | null> {
    const kept = await store.answer(submitted.id);
    const view = kept?.body as FormView | undefined;
    if (!kept || view === undefined) return null;
    for (const { forms } of subjects) {
      const read = forms?.[view.kind] as ((back: FormReturn) => Promise<Submitted>) | undefined;
      if (read !== undefined) return read({ submitted, view, language: kept.language });
    }
    return null;
  }

  async function menu(choice: MenuChoice): Promise<AnyAnswer> {
    const { spot, speaker, entry, messageId } = choice;
    const language = await talk.languageOf(speaker, spot);
    const delivered = await store.deliveredAs(spot.platform, spot.channel, messageId);
    if (delivered === null) return talk.say(editPhrases.notOurs, choice, language);
    const told = await store.toldBy(delivered);
    const answers = subjects.flatMap(({ menus }) => menus?.[entry] ?? [])[0];
    if (told.length === 0 || answers === undefined) return talk.say(editPhrases.noStory, choice, language);
    return answers({ choice, delivered, told, language });
  }

  return {
    command,
    press,
    submit,
    menu,
    flag: (seen) => answerFlag(seen, talk, options),
    complete: (typing) => completeTyping(typing, talk, options),
  };
}

/** One table of all subjects' verbs. */
function byVerb<T>(tables: readonly Readonly<Record<string, T>>[]): Map<string, T> {
  return new Map(tables.flatMap((table) => Object.entries(table)));
}
