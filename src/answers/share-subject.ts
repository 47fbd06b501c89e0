import type { EditionLanguage } from '../digest/edition.ts';
import { phrase } from '../message/in-language.ts';
import type { Button } from '../message/message.ts';
import { noticeMessage } from '../message/notice-message.ts';
import { phrases } from '../message/phrases.ts';
import { isRemoved } from '../message/removed-story.ts';
import { answerPhrases } from './answer-phrases.ts';
import type { AnswererOptions } from './create-answerer.ts';
import { flagReplyId } from './flag-reply.ts';
import type { Answer, Press, Spot } from './hearing.ts';
import { showShared, storiesOf } from './show/show-shared.ts';
import { type AnswerPress, type DeliveredPress, noCommand, type Subject } from './subject.ts';
import type { Talk } from './talk.ts';
import type { Sharing, View } from './view.ts';

type Shareable = Extract<View, { kind: 'hits' | 'story' }>;

const sharesAnHour = 3;
/** A menu of Discord's holds so many. */
const channelsAtMost = 25;
const hourMs = 60 * 60 * 1000;

/** Sharing an answer with the channel, and taking it back. */
export function shareSubject(talk: Talk, options: AnswererOptions): Subject {
  const { store, clock } = options;

  /** With the channel it was asked in. */
  async function shareHere(press: AnswerPress): Promise<Answer | null> {
    const { pressed, view, language } = press;
    if (view.kind !== 'hits' && view.kind !== 'story') return null;
    if (pressed.speaker.mayPost === false || pressed.spot.isDirect)
      return talk.say(answerPhrases.mayNotShare, pressed, language);
    return share(press, view, pressed.spot, {});
  }

  /** Offers the other channels in which this person may post. */
  async function offer({ pressed, view, language }: AnswerPress): Promise<Answer | null> {
    if (view.kind !== 'hits' && view.kind !== 'story') return null;
    const shareTo = (await postable(pressed, options.otherChannels(pressed.spot))).slice(0, channelsAtMost);
    if (shareTo.length === 0) return talk.say(answerPhrases.noOtherChannel, pressed, language);
    return talk.answer({ ...view, shareTo }, pressed, language, 'replace');
  }

  /** With another one; what the person may do there is asked again, for the menu may be old. */
  async function shareElsewhere(press: AnswerPress): Promise<Answer | null> {
    const { pressed, view, language } = press;
    const wanted = pressed.values[0];
    if ((view.kind !== 'hits' && view.kind !== 'story') || wanted === undefined) return null;
    const [there] = await postable(
      pressed,
      options.otherChannels(pressed.spot).filter((channel) => channel === wanted),
    );
    if (there === undefined) return talk.say(answerPhrases.mayNotShareThere, pressed, language);
    const { platform, workspace } = pressed.spot;
    return share(press, view, { platform, workspace, channel: there.id }, { sharedWith: there.name });
  }

  async function postable({ spot, speaker }: Press, channels: readonly string[]) {
    return channels.length === 0
      ? []
      : ((await options.reach(spot.platform)?.postable(speaker.id, channels)) ?? []);
  }

  /** Shares through a channel, once per answer: the id of the request is made of the answer's. */
  async function share(
    { pressed, kept, language }: AnswerPress,
    view: Shareable,
    spot: Spot,
    how: Sharing,
  ): Promise<Answer> {
    const { speaker } = pressed;
    const shares = await store.sharesSince(spot.platform, speaker.id, clock() - hourMs);
    if (shares >= sharesAnHour) return talk.say(answerPhrases.sharedOften, pressed, language);
    const told = stillTold(view);
    if (told === null) return talk.say(answerPhrases.allRemoved, pressed, language);
    const shownIn = options.rulesAt(spot) === null ? language : talk.rules(spot).language;
    const show = { ...(await talk.showing(told, spot, language)), language: shownIn };
    // The public copy is an answer of its own: it outlives the private one, and says who shared it, so not what was asked.
    const id = options.makeId('share', kept.id);
    const body: View = { ...unasked(told), sharedBy: speaker.name };
    await store.keepAnswer({ ...kept, id, body, createdAt: clock() });
    const outcome = await options.requestPost({
      id,
      kind: 'share',
      platform: spot.platform,
      workspace: spot.workspace,
      channel: spot.channel,
      underDelivery: null,
      language: shownIn,
      edition: null,
      stories: storiesOf(told).map(({ id }) => id),
      message: showShared(told, show, speaker.name),
      person: speaker.id,
    });
    if (outcome === 'known') return talk.say(answerPhrases.sharedBefore, pressed, language);
    return talk.answer({ ...view, ...how, isShared: true }, pressed, language, 'replace');
  }

  /** Takes a shared answer back; only the person who shared it can. */
  async function unshare({ pressed, delivered, language }: DeliveredPress): Promise<Answer> {
    const { speaker, spot } = pressed;
    if (delivered.kind !== 'share' || delivered.person !== speaker.id)
      return talk.say(answerPhrases.notYours, pressed, language);
    const text = answerPhrases.unshared(speaker.name);
    const takeBack = async (request: string, shownIn: EditionLanguage) => {
      // First, so that no later edit of its stories brings it back.
      await store.forgetAnswer(request);
      const shown = shownIn === 'both' ? [text.ko, text.en] : [text[shownIn]];
      const latest: Button = { kind: 'press', label: phrase(phrases.latest, shownIn), action: 'latest' };
      await options.revise(spot, request, noticeMessage(shown, shownIn, [latest]));
    };
    await takeBack(delivered.request, delivered.language);
    // What a flag had put under it in the other language says the same.
    for (const part of await store.idsOf(delivered.request))
      for (const other of ['ko', 'en'] as const)
        await takeBack(flagReplyId(options.makeId, part, other), other);
    return talk.say(answerPhrases.removed, pressed, language);
  }

  return {
    command: noCommand,
    answerPresses: { share: shareHere, elsewhere: offer, shareto: shareElsewhere },
    deliveredPresses: { unshare },
  };
}

/** The answer without the stories that the editors took back; null where they took all of them. */
function stillTold(view: Shareable): Shareable | null {
  if (view.kind === 'story') return isRemoved(view.story) ? null : view;
  const stories = view.stories.filter((story) => !isRemoved(story));
  return stories.length === 0 ? null : { ...view, stories };
}

/** What a shared answer shows, without the words that were asked. */
function unasked(view: Shareable): Shareable {
  if (view.kind === 'story') return { kind: 'story', story: view.story };
  return {
    kind: 'hits',
    asked: { words: '', only: '', source: '' },
    understood: { searched: [], literal: '', time: null, unknown: [] },
    total: view.stories.length,
    offset: 0,
    stories: view.stories,
  };
}
