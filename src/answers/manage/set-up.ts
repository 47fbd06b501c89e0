import type { Bilingual, Language } from '../../briefs/brief.ts';
import type { Answer, AnyAnswer, Command, Press, Spot, Submission, Submitted } from '../hearing.ts';
import type { FormReturn } from '../subject.ts';
import type { Talk } from '../talk.ts';
import type { ChangeSettings } from './change-settings.ts';
import type { ChannelFacts } from './channel-desk.ts';
import { type ChannelDraft, changedIn, type DraftWords, readDraft } from './channel-draft.ts';
import { channelForm, formWords } from './channel-form.ts';
import type { ManageOptions } from './manage-options.ts';
import { managePhrases as phrases } from './manage-phrases.ts';

/** What the verbs of managing work with. */
export interface Managing {
  talk: Talk;
  manage: ManageOptions;
  change: ChangeSettings;
  sheet(
    by: Command | Press | Submission,
    language: Language,
    show: Answer['show'],
    note: Bilingual | null,
    preview?: 'with preview',
  ): Promise<Answer>;
}

/** Setting up the channel that `here` is typed in: by a form where the platform has them, else by options. */
export function setUpSubject({ talk, manage, change, sheet }: Managing) {
  /** What holds now; for a channel without editions, what most want. */
  function draftAt(spot: Spot, language: Language): ChannelDraft {
    const known = manage.channelAt(spot);
    if (known === null) return { language, schedule: '30 8 * * 1-5', timezone: manage.zone(), topics: [] };
    const { schedule, timezone, topics } = known;
    return { language: known.language, schedule, timezone, topics };
  }

  /** What a person must do before the bot can post there; null where nothing. */
  function missing(facts: ChannelFacts | null): Bilingual | null {
    if (facts === null || facts.access === 'out') return phrases.invite;
    return facts.lacks.length > 0 ? phrases.lacks(facts.lacks) : null;
  }

  async function here(
    by: Command | Press,
    language: Language,
    show: Answer['show'],
    facts: ChannelFacts | null,
  ): Promise<AnyAnswer> {
    const lacking = missing(facts);
    if (facts === null || lacking !== null)
      return talk.answer({ kind: 'say', ...(lacking ?? phrases.invite) }, by, language, show);
    const draft = draftAt(by.spot, language);
    if (manage.takesForm(by.spot.platform))
      return talk.ask(channelForm(facts.name, draft, language), { kind: 'channel-form', draft });
    const words: DraftWords = 'options' in by ? by.options : {};
    const { draft: wanted, errors } = readDraft(draft, words);
    if (errors !== null) {
      const wrong = Object.values(errors);
      const all = { ko: wrong.map(({ ko }) => ko).join('\n'), en: wrong.map(({ en }) => en).join('\n') };
      return talk.answer({ kind: 'say', ...all }, by, language, show);
    }
    return save(by, language, show, facts, { from: draft, to: wanted });
  }

  async function submitted(
    back: FormReturn<{ kind: 'channel-form'; draft: ChannelDraft }>,
    facts: ChannelFacts | null,
  ): Promise<Submitted> {
    const { submitted: by, view, language } = back;
    const { draft, errors } = readDraft(view.draft, formWords(by.values, view.draft));
    if (errors !== null)
      return {
        errors: Object.fromEntries(Object.entries(errors).map(([field, wrong]) => [field, wrong[language]])),
      };
    const lacking = missing(facts);
    if (facts === null || lacking !== null)
      return { errors: null, answer: talk.say(lacking ?? phrases.invite, by, language) };
    return { errors: null, answer: save(by, language, 'replace', facts, { from: view.draft, to: draft }) };
  }

  async function save(
    by: Command | Press | Submission,
    language: Language,
    show: Answer['show'],
    facts: ChannelFacts,
    { from, to }: { from: ChannelDraft; to: ChannelDraft },
  ): Promise<Answer> {
    const joined = facts.access === 'joinable' ? await manage.desk.join(by.spot) : 'in';
    if (joined !== 'in') {
      const why = joined === 'later' ? phrases.joinLater : phrases.invite;
      return talk.answer({ kind: 'say', ...why }, by, language, show);
    }
    // Whether it is new is looked at now, and of what is there only what the person changed is set: somebody else may
    // have set it up, or changed the rest, since the form was shown.
    const isNew = manage.channelAt(by.spot) === null;
    const set = isNew ? { name: manage.nameFor(facts.name, by.spot), ...to } : changedIn(from, to);
    const made = await change(by, { set, unset: [] });
    if (manage.channelAt(by.spot) === null)
      return talk.answer({ kind: 'say', ...phrases.stillNot }, by, language, show);
    const note = made === null ? phrases.unchanged : isNew ? phrases.setUp : phrases.changed;
    return sheet(by, language, show, note, 'with preview');
  }

  return { here, submitted };
}
