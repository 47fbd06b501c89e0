import type { Bilingual, Language } from '../briefs/brief.ts';
import type { ChannelRules } from '../digest/edition.ts';
import { localDate } from '../digest/local-date.ts';
import type { Form } from '../message/form.ts';
import { readTime } from '../search/read-time.ts';
import type { AnswererOptions } from './create-answerer.ts';
import { findView } from './find-view.ts';
import type { Answer, Command, FormAnswer, MenuChoice, Press, Speaker, Spot, Submission } from './hearing.ts';
import { readerAt } from './reader-store.ts';
import type { ShowView } from './show/show-options.ts';
import { showView } from './show/show-view.ts';
import type { DeliveredMessage } from './stores.ts';
import type { Asked, FormView, Topic, View } from './view.ts';

/** Stories on a page of an answer. */
export const pageSize = 4;
/** Slack shows a menu of a hundred, Discord of twenty-five; more than a screenful helps nobody. */
const topicsAtMost = 20;

/** What answers need to know of the channel they are given in. */
export type SpotRules = Pick<ChannelRules, 'language' | 'timezone' | 'soWhat' | 'topics' | 'minConfidence'>;

const noRules = { language: 'both', minConfidence: 0 } as const;

/** What somebody did that is answered. */
type Heard = Command | Press | Submission | MenuChoice;

/** What every subject of the answerer works with. */
export interface Talk {
  /** The language of one person: the option, else what they chose for good, else the platform's locale, else the channel's. */
  languageOf(speaker: Speaker, spot: Spot, option?: string): Promise<Language>;
  /** How the channel at a spot wants things told; sensible rules where it has no entry. */
  rules(spot: Spot): SpotRules;
  showing(view: View, spot: Spot, language: Language): Promise<ShowView>;
  /** Shows a view, and keeps it under a new id so that the buttons of this very answer work later. */
  answer(view: View, by: Heard, language: Language, show: Answer['show']): Promise<Answer>;
  /** Asks with a form, and keeps what it is about under its id. */
  ask(form: Form, about: FormView): Promise<FormAnswer>;
  /** A sentence as a new answer. */
  say(text: Bilingual, by: Heard, language: Language): Promise<Answer>;
  /** A page of what is found. */
  find(asked: Asked, offset: number, spot: Spot): Promise<View>;
  /** Whether the words are a time and nothing else: `since march`. */
  isTime(words: string, spot: Spot): boolean;
  /** What the menu of an answer offers. */
  topics(language: Language): Promise<Topic[]>;
  /** What one of our public messages shows, from stored text; null where it is forgotten. */
  viewOfDelivered(delivered: DeliveredMessage): Promise<View | null>;
}

export function createTalk(options: AnswererOptions): Talk {
  const { sources, store, clock } = options;

  function rules(spot: Spot): SpotRules {
    const soWhat = () => options.soWhatBeyond(spot.platform);
    return options.rulesAt(spot) ?? { ...noRules, soWhat: soWhat(), topics: [], timezone: options.zone };
  }

  async function showing(view: View, spot: Spot, language: Language): Promise<ShowView> {
    const { timezone, soWhat } = rules(spot);
    const told = 'edition' in view ? await store.edition(view.edition) : null;
    // It may be another channel's, which is told more than this one.
    const edition = told && (soWhat ? told : { ...told, rules: { ...told.rules, soWhat } });
    const sharing = { here: spot.isDirect !== true, elsewhere: options.otherChannels(spot).length > 0 };
    const today = localDate(clock(), timezone);
    return { language, today, soWhat, zone: timezone, edition, sharing, pageSize };
  }

  async function keep(body: View | FormView, language: Language): Promise<string> {
    const id = options.makeId('answer', options.random());
    await store.keepAnswer({ id, language, body, createdAt: clock() });
    return id;
  }

  async function answer(view: View, by: Heard, language: Language, show: Answer['show']): Promise<Answer> {
    const id = await keep(view, language);
    return { id, message: showView(view, await showing(view, by.spot, language)), show };
  }

  return {
    rules,
    showing,
    answer,

    ask: async (form, about) => ({ id: await keep(about, form.language), form, show: 'form' }),

    async languageOf({ id, locale }, spot, option) {
      if (option === 'ko' || option === 'en') return option;
      const chosen = await options.readers.language(readerAt(spot, id));
      if (chosen !== null) return chosen;
      if (locale !== '') return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
      return rules(spot).language === 'en' ? 'en' : 'ko';
    },

    say: (text, by, language) => answer({ kind: 'say', ...text }, by, language, 'new'),

    find: (asked, offset, spot) =>
      findView(asked, offset, { sources, now: clock(), zone: rules(spot).timezone, pageSize }),

    isTime: (words, spot) => readTime(words, clock(), rules(spot).timezone)?.rest === '',

    topics: (language) => sources.suggest('', { language, limit: topicsAtMost }),

    async viewOfDelivered(delivered) {
      if (['reply', 'share', 'weekly', 'direct'].includes(delivered.kind))
        return ((await store.answer(delivered.request))?.body as View | undefined) ?? null;
      const edition = delivered.edition === null ? null : await store.edition(delivered.edition);
      if (edition === null) return null;
      if (delivered.kind !== 'story')
        return { kind: 'edition', edition: edition.key, where: 'here', topics: [] };
      const stories = [...edition.highlights, ...edition.headlines, ...edition.rest];
      const story = stories.find(({ id }) => id === delivered.stories[0]);
      return story === undefined ? null : { kind: 'story', story };
    },
  };
}
