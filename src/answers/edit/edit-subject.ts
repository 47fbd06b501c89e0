import type { Bilingual, Brief, Language } from '../../briefs/brief.ts';
import type { BriefEdit, EditEffect } from '../../digest/edits.ts';
import { localDate } from '../../digest/local-date.ts';
import { momentWords } from '../../message/calendar-words.ts';
import { tellBrief } from '../../message/tell-brief.ts';
import type { Answer, AnyAnswer, MenuChoice, Press } from '../hearing.ts';
import type { ManageOptions } from '../manage/manage-options.ts';
import { managePhrases } from '../manage/manage-phrases.ts';
import { mayManage } from '../manage/may-manage.ts';
import type { AnswerSources } from '../sources.ts';
import { type AnswerPress, noCommand, type Subject } from '../subject.ts';
import type { Talk } from '../talk.ts';
import type { Choosable, View } from '../view.ts';
import type { EditDesk } from './edit-desk.ts';
import { editPhrases as phrases, type Where } from './edit-phrases.ts';
import { type EditUndo, type EditVerb, editableStory } from './editable-story.ts';

type EditView = Extract<View, { kind: 'edit' }>;
type Stories = Pick<EditView, 'told' | 'chosen'>;
type By = Press | MenuChoice;

const isVerb = (word: string): word is EditVerb => ['retract', 'restore', 'correct'].includes(word);

/** Retracting a story, correcting it and putting it back, from the menu of a message that tells it. */
export function editSubject(
  talk: Talk,
  options: {
    manage: ManageOptions;
    edit: EditDesk;
    sources: Pick<AnswerSources, 'storiesOf'>;
    clock: () => number;
  },
): Subject {
  const { manage, edit, sources, clock } = options;

  /** Why the person may not; null where they may. Asked at every press: buttons stay when rights go. */
  async function refusal(by: By): Promise<Bilingual | null> {
    await manage.refresh();
    // Where the platform does not answer, nobody may.
    const facts = await manage.desk.facts(by.spot).catch(() => undefined);
    const may = facts === undefined ? null : await mayManage(by.speaker, by.spot, facts, manage);
    if (may === null) return managePhrases.rightsUnknown;
    return may ? null : phrases.mayNot[by.spot.platform];
  }

  function filesOf({ told, chosen }: Stories): string[] {
    return chosen === null ? [] : (told[chosen]?.files ?? []);
  }

  const inForce = (edits: readonly BriefEdit[], kind: BriefEdit['kind']) =>
    edits.filter((each) => each.kind === kind).sort((a, b) => a.at - b.at);

  function whereOf({ messages, channels }: EditEffect): Where {
    return { messages, channels: [...new Set(channels.map(edit.nameOf))] };
  }

  /** How the chosen story stands, and what can be done to it. */
  async function standing(
    by: By,
    about: Stories,
    notes: Bilingual[],
    undo: EditUndo | null,
  ): Promise<EditView> {
    const { told, chosen } = about;
    if (chosen === null) return { kind: 'edit', told, chosen, lines: notes, choices: [], undo: null };
    const files = filesOf(about);
    const edits = await edit.editsOf(files);
    const retracted = inForce(edits, 'retracted');
    const corrected = inForce(edits, 'corrected');
    const { timezone } = talk.rules(by.spot);
    const when = (at: number) => momentWords(at, timezone, localDate(clock(), timezone));
    const isGone = retracted.length === files.length;
    const last = (isGone ? retracted : corrected).at(-1);
    const lines = [
      retracted.length > 0 && !isGone
        ? phrases.isPartly(retracted.length, files.length)
        : last === undefined
          ? phrases.isTold(files.length)
          : (isGone ? phrases.isRetracted : phrases.isCorrected)(last.by, when(last.at)),
    ];
    const ask = (text: Bilingual, verb: EditVerb): Choosable => ({ ...text, action: `edit-ask:${verb}` });
    const choices: Choosable[] = [
      ...(undo === null ? [] : [{ ...phrases.undo, action: 'edit-undo' }]),
      ...(isGone
        ? []
        : [
            {
              ...ask(retracted.length === 0 ? phrases.retract : phrases.retractRest, 'retract'),
              style: 'danger' as const,
            },
          ]),
      ...(isGone ? [] : [ask(phrases.correct, 'correct')]),
      ...(retracted.length > 0 && undo?.verb !== 'retract' ? [ask(phrases.restore, 'restore')] : []),
      ...(told.length > 1 ? [{ ...phrases.others, action: 'edit-others' }] : []),
    ];
    return { kind: 'edit', told, chosen, lines: undo === null ? [...notes, ...lines] : notes, choices, undo };
  }

  /** What the verb would change: the files of the story that it works on, and the briefs as they read now. */
  async function workOf(
    verb: EditVerb,
    about: Stories,
  ): Promise<{ files: string[]; briefs: Brief[]; edits: BriefEdit[] } | { problem: Bilingual }> {
    const edits = await edit.editsOf(filesOf(about));
    const gone = new Set(inForce(edits, 'retracted').map(({ file }) => file));
    const files = filesOf(about).filter((file) => gone.has(file) === (verb === 'restore'));
    if (files.length === 0) return { problem: phrases.already };
    if (verb !== 'correct') return { files, briefs: [], edits };
    const read = await edit.reread(files);
    if (!('briefs' in read)) return { problem: phrases.unreadable(read.file, read.reason) };
    const shown = new Map(inForce(edits, 'corrected').map(({ file, brief }) => [file, brief?.hash]));
    const briefs: Brief[] = [];
    for (const brief of read.briefs)
      if (shown.get(brief.file) !== brief.hash && (await edit.reach.correct([brief])).messages > 0)
        briefs.push(brief);
    if (briefs.length === 0) return { problem: phrases.sameAsTold };
    return { files: briefs.map(({ file }) => file), briefs, edits };
  }

  /** Asks whether it is meant, and says what it does. */
  async function ask(by: By, about: Stories, verb: EditVerb): Promise<EditView> {
    const work = await workOf(verb, about);
    if ('problem' in work) return standing(by, about, [work.problem], null);
    const { files, briefs } = work;
    const effect = verb === 'correct' ? edit.reach.correct(briefs) : edit.reach[verb](files);
    const where = whereOf(await effect);
    const lines = {
      retract: () => [phrases.sureRetract(where, files.length)],
      restore: () => [phrases.sureRestore(where)],
      correct: () => [...briefs.flatMap(readsNow), phrases.sureCorrect(where)],
    }[verb]();
    const yes: Choosable = {
      ...phrases[verb],
      action: `edit-do:${verb}`,
      style: verb === 'retract' ? 'danger' : 'primary',
    };
    const choices = [yes, { ...phrases.cancel, action: 'edit-back' }];
    return { kind: 'edit', told: about.told, chosen: about.chosen, lines, choices, undo: null };
  }

  function log(by: By, verb: EditVerb | 'uncorrect', files: readonly string[], isUndo: boolean): void {
    edit.changed({ spot: by.spot, by: { id: by.speaker.id, name: by.speaker.name }, verb, files, isUndo });
  }

  async function carryOut(by: By, about: Stories, verb: EditVerb): Promise<EditView> {
    const work = await workOf(verb, about);
    if ('problem' in work) return standing(by, about, [work.problem], null);
    const { files, briefs, edits } = work;
    const { name } = by.speaker;
    await (verb === 'correct' ? edit.correct(briefs, name) : edit[verb](files, name));
    log(by, verb, files, false);
    const kind = verb === 'correct' ? 'corrected' : 'retracted';
    const made =
      verb === 'restore'
        ? files.map((file) => ({ file, at: 0 }))
        : inForce(await edit.editsOf(files), kind).map(({ file, at }) => ({ file, at }));
    const before = verb === 'correct' ? inForce(edits, kind).filter(({ file }) => files.includes(file)) : [];
    const note = { retract: phrases.retracted, restore: phrases.restored, correct: phrases.corrected }[verb];
    const beside = verb === 'retract' ? await stillTelling(filesOf(about)) : [];
    const notes = beside.length === 0 ? [note] : [note, phrases.beside(beside)];
    return standing(by, about, notes, { verb, made, before });
  }

  /** Briefs on the same event that the message does not show: they stay. */
  async function stillTelling(files: readonly string[]): Promise<string[]> {
    const all = new Set((await sources.storiesOf(files)).flatMap((story) => story.files));
    return [...all].filter((file) => !files.includes(file));
  }

  /** Takes back what this very answer did, unless the same was changed since. */
  async function undo(by: By, view: EditView): Promise<EditView> {
    if (view.undo === null) return standing(by, view, [], null);
    const { verb, made, before } = view.undo;
    const files = made.map(({ file }) => file);
    const now = inForce(await edit.editsOf(files), verb === 'correct' ? 'corrected' : 'retracted');
    const isOwn = (each: BriefEdit) => made.some(({ file, at }) => file === each.file && at === each.at);
    const other = now.find((each) => !isOwn(each));
    if (other !== undefined) return standing(by, view, [phrases.overtaken(other.by)], null);
    if (verb !== 'restore' && now.length < made.length) return standing(by, view, [phrases.already], null);
    const { name } = by.speaker;
    if (verb === 'retract') await edit.restore(files, name);
    else if (verb === 'restore') await edit.retract(files, name);
    else await edit.uncorrect(files, before, name);
    log(by, verb === 'retract' ? 'restore' : verb === 'restore' ? 'retract' : 'uncorrect', files, true);
    return standing(by, view, [phrases.undone], null);
  }

  /** A press of somebody who may. */
  function press(does: (by: Press, view: EditView, press: AnswerPress) => Promise<EditView>) {
    return async (pressed: AnswerPress): Promise<AnyAnswer | null> => {
      const { pressed: by, view, language } = pressed;
      if (view.kind !== 'edit') return null;
      const no = await refusal(by);
      if (no !== null) return talk.say(no, by, language);
      return show(await does(by, view, pressed), by, language, 'replace');
    };
  }

  function show(view: EditView, by: By, language: Language, how: Answer['show']): Promise<Answer> {
    return talk.answer(view, by, language, how);
  }

  return {
    command: noCommand,
    deliveredPresses: {},
    menus: {
      async edit({ choice, told, language }) {
        const no = await refusal(choice);
        if (no !== null) return talk.say(no, choice, language);
        const about = { told: told.map(editableStory), chosen: told.length === 1 ? 0 : null };
        return show(await standing(choice, about, [], null), choice, language, 'new');
      },
    },
    answerPresses: {
      'edit-story': press((by, { told }) => {
        const index = Number(by.values[0]);
        return standing(by, { told, chosen: told[index] === undefined ? null : index }, [], null);
      }),
      'edit-others': press((by, { told }) => standing(by, { told, chosen: null }, [], null)),
      'edit-back': press((by, view) => standing(by, view, [], null)),
      'edit-ask': press((by, view, { argument }) =>
        isVerb(argument) ? ask(by, view, argument) : standing(by, view, [], null),
      ),
      'edit-do': press((by, view, { argument }) =>
        isVerb(argument) ? carryOut(by, view, argument) : standing(by, view, [], null),
      ),
      'edit-undo': press(undo),
    },
  };
}

/** A brief as it reads now: what it is called, and its summary. */
function readsNow(brief: Brief): Bilingual[] {
  const { title } = editableStory({
    id: brief.file,
    lead: brief,
    sources: [],
    figures: [],
    updateOf: null,
    score: 0,
  });
  const summaryIn = (language: Language) => tellBrief(brief, language, true).summary.text;
  const summary = { ko: summaryIn('ko'), en: summaryIn('en') };
  return [phrases.nowReads(title), ...(summary.ko + summary.en === '' ? [] : [summary])];
}
