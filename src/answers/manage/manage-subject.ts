import type { Bilingual, Language } from '../../briefs/brief.ts';
import type { Answer, AnyAnswer, Command, Press, Submission } from '../hearing.ts';
import { readWords } from '../read-words.ts';
import type { AnswerPress, Subject } from '../subject.ts';
import type { Talk } from '../talk.ts';
import { changeSettings } from './change-settings.ts';
import type { ChannelFacts } from './channel-desk.ts';
import type { ManageOptions } from './manage-options.ts';
import { managePhrases as phrases } from './manage-phrases.ts';
import { type ManageVerb, manageVerb } from './manage-words.ts';
import { mayManage } from './may-manage.ts';
import { previewGroups } from './preview-groups.ts';
import { type Managing, setUpSubject } from './set-up.ts';
import { sheetOf } from './sheet-of.ts';

/** Looking after a channel in the chat: what it gets, when, and whether at all. */
export function manageSubject(
  talk: Talk,
  options: {
    manage: ManageOptions;
    clock: () => number;
    makeId: (...parts: string[]) => string;
    random: () => string;
  },
): Subject {
  const { manage } = options;
  const change = changeSettings(options);
  const managing: Managing = { talk, manage, change, sheet };
  const setUp = setUpSubject(managing);

  /** Why the person may not do it there; null where they may. */
  async function refusal(
    by: Command | Press | Submission,
  ): Promise<{ no: Bilingual | null; facts: ChannelFacts | null }> {
    await manage.refresh();
    const facts = await manage.desk.facts(by.spot);
    if (facts?.kind === 'direct') return { no: phrases.needsChannel, facts };
    if (facts?.kind === 'thread') return { no: phrases.inThread, facts };
    if (facts?.kind === 'other') return { no: phrases.notPostable, facts };
    const may = await mayManage(by.speaker, by.spot, facts, manage);
    if (may === true) return { no: null, facts };
    if (may === null) return { no: phrases.rightsUnknown, facts };
    return { no: facts === null ? phrases.invite : phrases.mayNot(by.spot.platform), facts };
  }

  /** The settings as they are now, with what just happened. */
  async function sheet(
    by: Command | Press | Submission,
    language: Language,
    show: Answer['show'],
    note: Bilingual | null,
    preview: 'with preview' | 'no preview' = 'no preview',
  ): Promise<Answer> {
    const stands = await sheetOf(by.spot, manage);
    if (stands === null) {
      const none = note ?? phrases.noEntry(by.spot.platform);
      return talk.answer({ kind: 'say', ...none }, by, language, show);
    }
    const edition = preview === 'with preview' ? await manage.preview(stands.name) : null;
    return talk.answer(
      {
        kind: 'sheet',
        sheet: stands,
        note,
        preview: preview === 'with preview' ? previewGroups(edition) : null,
        takesForm: manage.takesForm(by.spot.platform),
      },
      by,
      language,
      show,
    );
  }

  async function pause(by: Command | Press, language: Language, show: Answer['show'], paused: boolean) {
    const stands = await sheetOf(by.spot, manage);
    if (stands === null) return sheet(by, language, show, null);
    if ((stands.pause !== null) === paused)
      return sheet(by, language, show, paused ? phrases.alreadyPaused : phrases.notPaused);
    await change(by, { set: { paused }, unset: [] });
    return sheet(by, language, show, paused ? phrases.paused : phrases.resumed);
  }

  async function now(by: Command | Press, language: Language, show: Answer['show']): Promise<Answer> {
    const channel = manage.channelAt(by.spot);
    if (channel === null) return sheet(by, language, show, null);
    const stories = await manage.postNow(channel.name);
    return sheet(by, language, show, stories === 0 ? phrases.nothingNew : phrases.posting(stories));
  }

  async function reset(by: Command | Press, language: Language, show: Answer['show']): Promise<Answer> {
    const own = (await manage.overrides.overrides(by.spot.platform, by.spot.workspace)).filter(
      ({ spot }) => spot.channel === by.spot.channel,
    );
    if (own.length === 0) return sheet(by, language, show, phrases.nothingToReset);
    const wasInFile = manage.channelAt(by.spot)?.isInFile ?? false;
    const made = await change(by, { set: {}, unset: own.map(({ key }) => key) });
    if (wasInFile || made === null) return sheet(by, language, show, phrases.wasReset);
    return talk.answer(
      { kind: 'ask', ...phrases.wasRemoved, choices: [{ ...phrases.undo, action: `set-undo:${made.id}` }] },
      by,
      language,
      show,
    );
  }

  async function undo({ pressed, language, argument }: AnswerPress): Promise<Answer> {
    const result = await change.undo(pressed, argument);
    const note =
      result.outcome === 'undone'
        ? phrases.undone
        : result.outcome === 'overtaken'
          ? phrases.overtaken(result.by.name)
          : phrases.unchanged;
    return sheet(pressed, language, 'replace', note);
  }

  const verbs: Record<
    ManageVerb,
    (
      by: Command | Press,
      language: Language,
      show: Answer['show'],
      facts: ChannelFacts | null,
    ) => Promise<AnyAnswer>
  > = {
    here: setUp.here,
    settings: (by, language, show) => sheet(by, language, show, null),
    pause: (by, language, show) => pause(by, language, show, true),
    resume: (by, language, show) => pause(by, language, show, false),
    now,
    reset,
  };

  /** Does it where the person may; rights are asked for at every press, for buttons stay when rights go. */
  function press(verb: ManageVerb) {
    return async ({ pressed, language }: AnswerPress): Promise<AnyAnswer> => {
      const { no, facts } = await refusal(pressed);
      if (no !== null) return talk.say(no, pressed, language);
      return verbs[verb](pressed, language, 'replace', facts);
    };
  }

  return {
    async command(said) {
      const verb = said.commands.includes('briefing') ? manageVerb(said.words) : null;
      if (verb === null) return null;
      // The option `language` of `here` is the channel's.
      const language = await talk.languageOf(said.speaker, said.spot);
      const { no, facts } = await refusal(said);
      if (no === null) return verbs[verb](said, language, 'new', facts);
      return talk.say(said.commands.includes('brief') ? withHint(no, said.words) : no, said, language);
    },
    answerPresses: {
      'set-form': press('here'),
      'set-pause': press('pause'),
      'set-resume': press('resume'),
      'set-now': press('now'),
      'set-reset': press('reset'),
      'set-undo': async (pressed) => {
        const { no } = await refusal(pressed.pressed);
        return no === null ? undo(pressed) : talk.say(no, pressed.pressed, pressed.language);
      },
    },
    deliveredPresses: {},
    forms: {
      'channel-form': async ({ submitted, view, language }) => {
        const { no, facts } = await refusal(submitted);
        if (no !== null) return { errors: null, answer: talk.say(no, submitted, language) };
        return setUp.submitted({ submitted, view, language }, facts);
      },
    },
  };
}

/** A word that commands something may have been meant as a topic. */
function withHint(no: Bilingual, words: string): Bilingual {
  const wish = readWords(words);
  const hint = phrases.quoteHint(wish.kind === 'search' ? wish.words : words);
  return { ko: `${no.ko}\n${hint.ko}`, en: `${no.en}\n${hint.en}` };
}
