import type { Bilingual, Brief, Language } from '../briefs/brief.ts';
import type { ChannelRules, Edition } from '../digest/edition.ts';
import { localDate } from '../digest/local-date.ts';
import { editionMessages } from '../message/edition-messages.ts';
import { phrase } from '../message/in-language.ts';
import type { Button, Message } from '../message/message.ts';
import { noticeMessage } from '../message/notice-message.ts';
import { phrases } from '../message/phrases.ts';
import { storyMessage } from '../message/story-message.ts';
import { answerPhrases } from './answer-phrases.ts';
import type { Answerer, Completion } from './answerer.ts';
import { findView, newestStories } from './find-view.ts';
import { flagLanguage } from './flag-language.ts';
import type { Answer, Command, Flag, Press, Spot, Typing } from './hearing.ts';
import { readWords } from './read-words.ts';
import { type ShowView, showShared, showView, storiesOf } from './show-view.ts';
import type { AnswerSources } from './sources.ts';
import type { Standing } from './standing.ts';
import type { AnswerStore, DeliveredMessage, KeptAnswer, RequestPost, Revise } from './stores.ts';
import type { Topic, View } from './view.ts';

export interface AnswererOptions {
  sources: AnswerSources;
  store: AnswerStore;
  requestPost: RequestPost;
  revise: Revise;
  clock: () => number;
  /** The configured channel at a spot; null where it has no entry. */
  rulesAt: (spot: Spot) => Pick<ChannelRules, 'language' | 'timezone' | 'soWhat'> | null;
  /** Whether flags are answered at a spot. */
  flagsAt: (spot: Spot) => boolean;
  flags: () => Readonly<Record<Language, readonly string[]>>;
  /** How every channel stands. */
  standings: () => Promise<Standing[]>;
  /** Why a brief was in, or out of, the edition of the channel at a spot; null where it has no entry. */
  why: (brief: Brief, spot: Spot) => Promise<Bilingual | null>;
  /** Zone of channels without an entry. */
  zone: string;
  /** Makes an id of 24 characters `a-z2-7`; equal for equal parts. */
  makeId: (...parts: string[]) => string;
  /** Never the same twice. */
  random: () => string;
}

const pageSize = 4;
const flagsForMs = 14 * 24 * 60 * 60 * 1000;
const sharesAnHour = 3;
/** Slack shows a menu of a hundred, Discord of twenty-five; more than a screenful helps nobody. */
const topicsAtMost = 20;
const hourMs = 60 * 60 * 1000;

/** The language of one person: the option, else the platform's locale, else the channel's. */
function languageFor(locale: string, option: string | undefined, channel: string): Language {
  if (option === 'ko' || option === 'en') return option;
  if (locale !== '') return locale.toLowerCase().startsWith('ko') ? 'ko' : 'en';
  return channel === 'en' ? 'en' : 'ko';
}

/** Answers commands, presses and flags from what is stored; posts nothing by itself. */
export function createAnswerer(options: AnswererOptions): Answerer {
  const { sources, store, clock } = options;

  function rules(spot: Spot): Pick<ChannelRules, 'language' | 'timezone' | 'soWhat'> {
    return options.rulesAt(spot) ?? { language: 'both', timezone: options.zone, soWhat: true };
  }

  async function showing(view: View, spot: Spot, language: Language): Promise<ShowView> {
    const { timezone, soWhat } = rules(spot);
    const edition = 'edition' in view ? await store.edition(view.edition) : null;
    return { language, today: localDate(clock(), timezone), soWhat, edition, pageSize };
  }

  /** Keeps the view under a new id, so that the buttons of this very answer work later. */
  async function answer(
    view: View,
    by: Command | Press,
    language: Language,
    show: Answer['show'],
  ): Promise<Answer> {
    const id = options.makeId('answer', options.random());
    await store.keepAnswer({
      id,
      platform: by.spot.platform,
      channel: by.spot.channel,
      person: by.speaker.id,
      language,
      body: view,
      createdAt: clock(),
    });
    return { id, message: showView(view, await showing(view, by.spot, language)), show };
  }

  /** What the menu of an answer offers. */
  function topics(language: Language): Promise<Topic[]> {
    return sources.suggest('', { language, limit: topicsAtMost });
  }

  async function latest(spot: Spot, language: Language): Promise<View> {
    const here = await store.latestEdition(spot.platform, spot.workspace, spot.channel);
    if (here !== null)
      return { kind: 'edition', edition: here.key, where: 'here', topics: await topics(language) };
    const elsewhere = await store.latestEdition(spot.platform, spot.workspace, null);
    if (elsewhere !== null)
      return { kind: 'edition', edition: elsewhere.key, where: 'elsewhere', topics: await topics(language) };
    return { kind: 'newest', stories: await newestStories(sources, 5) };
  }

  async function status(): Promise<View> {
    return { kind: 'status', standings: await options.standings() };
  }

  /** Why the brief that fits the words best was in, or out of, the edition here. */
  async function whyView(words: string, spot: Spot): Promise<View> {
    const found = await find({ words, only: '', source: '' }, 0, spot);
    const brief = found.kind === 'hits' ? found.stories[0]?.lead : undefined;
    if (brief === undefined) return found;
    const reason = (await options.why(brief, spot)) ?? answerPhrases.noEntry;
    return {
      kind: 'say',
      ko: `“${brief.title}” — ${reason.ko}`,
      en: `“${brief.title}” — ${reason.en}`,
    };
  }

  function find(asked: Parameters<typeof findView>[0], offset: number, spot: Spot): Promise<View> {
    return findView(asked, offset, { sources, now: clock(), zone: rules(spot).timezone, pageSize });
  }

  async function command(said: Command): Promise<Answer> {
    const language = languageFor(said.speaker.locale, said.options.language, rules(said.spot).language);
    const since = sinceWords(said.options.since ?? '');
    // Managers' actions are commands of their own on Discord; on Slack the same words follow /brief.
    const wish =
      said.command === 'briefing' ? readWords(said.words || 'status') : readWords(`${said.words} ${since}`);
    if (wish.kind === 'help')
      return answer({ kind: 'help', topics: await topics(language) }, said, language, 'new');
    if (wish.kind === 'status') return answer(await status(), said, language, 'new');
    if (wish.kind === 'why') return answer(await whyView(wish.words, said.spot), said, language, 'new');
    if (wish.kind === 'latest' && !said.options.source)
      return answer(await latest(said.spot, language), said, language, 'new');
    const words = wish.kind === 'search' ? wish.words : '';
    const asked = { words, only: '', source: said.options.source ?? '' };
    return answer(await find(asked, 0, said.spot), said, language, 'new');
  }

  async function press(pressed: Press): Promise<Answer | null> {
    const kept = await store.answer(pressed.id);
    if (kept !== null && pressed.isPrivate) return pressAnswer(pressed, kept);
    const delivered = await store.delivered(pressed.id);
    if (delivered !== null) return pressDelivered(pressed, delivered);
    const language = languageFor(pressed.speaker.locale, undefined, rules(pressed.spot).language);
    return answer({ kind: 'say', ...answerPhrases.tooOld }, pressed, language, 'new');
  }

  async function pressDelivered(pressed: Press, delivered: DeliveredMessage): Promise<Answer | null> {
    const own = languageFor(pressed.speaker.locale, undefined, rules(pressed.spot).language);
    const [verb, argument] = pressed.action.split(':');
    if (verb === 'status') return answer(await status(), pressed, own, 'new');
    if (verb === 'latest') return answer(await latest(pressed.spot, own), pressed, own, 'new');
    if (verb === 'unshare') return unshare(pressed, delivered, own);
    if (verb === 'rest' && delivered.edition !== null) {
      const language = delivered.language === 'both' ? own : delivered.language;
      return answer({ kind: 'rest', edition: delivered.edition, page: 1 }, pressed, language, 'new');
    }
    if (verb !== 'lang' || (argument !== 'ko' && argument !== 'en')) return null;
    const view = await viewOfDelivered(delivered);
    return answer(view ?? { kind: 'say', ...answerPhrases.tooOld }, pressed, argument, 'new');
  }

  /** Takes a shared answer back; only the person who shared it can. */
  async function unshare(pressed: Press, delivered: DeliveredMessage, language: Language): Promise<Answer> {
    const { speaker, spot } = pressed;
    if (delivered.kind !== 'share' || delivered.person !== speaker.id) {
      return answer({ kind: 'say', ...answerPhrases.notYours }, pressed, language, 'new');
    }
    const text = answerPhrases.unshared(speaker.name);
    const shown = delivered.language === 'both' ? [text.ko, text.en] : [text[delivered.language]];
    const latestButton: Button = {
      kind: 'press',
      label: phrase(phrases.latest, delivered.language),
      action: 'latest',
    };
    await options.revise(spot, delivered.request, noticeMessage(shown, delivered.language, [latestButton]));
    return answer({ kind: 'say', ...answerPhrases.removed }, pressed, language, 'new');
  }

  /** What one of our public messages shows, from stored text; null where it is forgotten. */
  async function viewOfDelivered(delivered: DeliveredMessage): Promise<View | null> {
    if (delivered.kind === 'reply' || delivered.kind === 'share') {
      return ((await store.answer(delivered.request))?.body as View | undefined) ?? null;
    }
    const edition = delivered.edition === null ? null : await store.edition(delivered.edition);
    if (edition === null) return null;
    if (delivered.kind !== 'story')
      return { kind: 'edition', edition: edition.key, where: 'here', topics: [] };
    const stories = [...edition.highlights, ...edition.headlines, ...edition.rest];
    const story = stories.find(({ id }) => id === delivered.stories[0]);
    return story === undefined ? null : { kind: 'story', story };
  }

  async function pressAnswer(pressed: Press, kept: KeptAnswer): Promise<Answer | null> {
    const view = kept.body as View;
    const { language } = kept;
    const [verb = '', argument = ''] = pressed.action.split(':');
    const index = Number(argument);
    switch (verb) {
      case 'lang':
        return answer(view, pressed, argument === 'en' ? 'en' : 'ko', 'replace');
      case 'rest':
        return view.kind === 'edition'
          ? answer({ kind: 'rest', edition: view.edition, page: 1 }, pressed, language, 'new')
          : null;
      case 'page':
        return view.kind === 'hits'
          ? answer(await find(view.asked, index, pressed.spot), pressed, language, 'replace')
          : null;
      case 'only':
        return view.kind === 'hits'
          ? answer(
              await find({ ...view.asked, only: view.understood.literal }, 0, pressed.spot),
              pressed,
              language,
              'replace',
            )
          : null;
      case 'topic': {
        const [words] = pressed.values;
        if (words === undefined) return null;
        return answer(
          await find({ words, only: '', source: '' }, 0, pressed.spot),
          pressed,
          language,
          'replace',
        );
      }
      case 'near': {
        const words = view.kind === 'nothing' ? view.near[index] : undefined;
        if (words === undefined) return null;
        return answer(
          await find({ words, only: '', source: '' }, 0, pressed.spot),
          pressed,
          language,
          'replace',
        );
      }
      case 'open': {
        const story = storiesOf(view)[index];
        return story === undefined ? null : answer({ kind: 'story', story }, pressed, language, 'new');
      }
      case 'share':
        return share(pressed, kept, view);
      default:
        return null;
    }
  }

  /** Shares through the channel, once per answer: the shared message has the answer's own id. */
  async function share(pressed: Press, kept: KeptAnswer, view: View): Promise<Answer | null> {
    if (view.kind !== 'hits' && view.kind !== 'story') return null;
    const { spot, speaker } = pressed;
    const told = (text: { ko: string; en: string }) =>
      answer({ kind: 'say', ...text }, pressed, kept.language, 'new');
    if (speaker.mayPost === false) return told(answerPhrases.mayNotShare);
    const shares = await store.sharesSince(spot.platform, speaker.id, clock() - hourMs);
    if (shares >= sharesAnHour) return told(answerPhrases.sharedOften);
    const channel = rules(spot);
    const language = options.rulesAt(spot) === null ? kept.language : channel.language;
    const show = { ...(await showing(view, spot, kept.language)), language };
    await options.requestPost({
      id: kept.id,
      kind: 'share',
      platform: spot.platform,
      workspace: spot.workspace,
      channel: spot.channel,
      underDelivery: null,
      language,
      edition: null,
      stories: storiesOf(view).map(({ id }) => id),
      message: showShared(view, show, speaker.name),
      person: speaker.id,
    });
    return answer({ ...view, isShared: true }, pressed, kept.language, 'replace');
  }

  /** The other language in the thread: once per message and language, for 14 days. */
  async function flag(seen: Flag): Promise<void> {
    const language = flagLanguage(seen.emoji, options.flags());
    if (language === null) return;
    const delivered = await store.deliveredAs(seen.spot.platform, seen.spot.channel, seen.messageId);
    if (delivered === null || delivered.kind === 'reply' || delivered.kind === 'notice') return;
    if (!options.flagsAt({ ...seen.spot, channel: delivered.channel })) return;
    if (delivered.language === language || delivered.language === 'both') return;
    if (clock() - (delivered.postedAt ?? 0) > flagsForMs) return;
    const view = await viewOfDelivered(delivered);
    const message = view === null ? null : await publicMessage(view, delivered, language);
    if (view === null || message === null) return;
    const id = options.makeId('flag', delivered.id, language);
    const { platform, channel } = delivered;
    await store.keepAnswer({ id, platform, channel, person: '', language, body: view, createdAt: clock() });
    await options.requestPost({
      id,
      kind: 'reply',
      platform: delivered.platform,
      workspace: delivered.workspace,
      channel: delivered.channel,
      underDelivery: delivered.id,
      language,
      edition: delivered.edition,
      stories: delivered.stories,
      message,
      person: '',
    });
  }

  async function publicMessage(
    view: View,
    delivered: DeliveredMessage,
    language: Language,
  ): Promise<Message | null> {
    const spot = { platform: delivered.platform, workspace: delivered.workspace, channel: delivered.channel };
    const show = await showing(view, spot, language);
    if (view.kind === 'edition') {
      return show.edition === null ? null : wholeEdition(show.edition, delivered, language);
    }
    const storyView = { language, today: show.edition?.slot.date ?? show.today, soWhat: show.soWhat };
    if (view.kind === 'story') return storyMessage(view.story, storyView);
    return showShared(view, show, '');
  }

  function wholeEdition(edition: Edition, delivered: DeliveredMessage, language: Language): Message {
    const messages = editionMessages(edition, language);
    return delivered.kind === 'full' ? (messages.full ?? messages.skim) : messages.skim;
  }

  async function complete(typing: Typing): Promise<Completion[]> {
    if (typing.option === 'source') {
      const names = await sources.sourceNames(typing.typed, 25);
      return names.map(({ name, briefs }) => ({ label: `${name} · ${briefs}`, value: name }));
    }
    if (typing.option !== 'topic') return [];
    const language = /\p{Script=Hangul}/u.test(typing.typed)
      ? 'ko'
      : languageFor(typing.typed === '' ? typing.speaker.locale : 'en', undefined, 'both');
    const suggestions = await sources.suggest(typing.typed, { language, limit: 25 });
    return suggestions.map(({ text, briefs }) => ({ label: `${text} · ${briefs}`, value: text }));
  }

  return { command, press, flag, complete };
}

/** `last week` and `지난주` as they are; a bare `march` or `3월` means from then on. */
function sinceWords(typed: string): string {
  const text = typed.trim();
  if (text === '') return '';
  if (/^(since|from|after)\b/i.test(text) || /(부터|이후)$/.test(text)) return text;
  return /\p{Script=Hangul}/u.test(text) ? `${text}부터` : `since ${text}`;
}
