import { phrase } from '../message/in-language.ts';
import type { Button } from '../message/message.ts';
import { noticeMessage } from '../message/notice-message.ts';
import { phrases } from '../message/phrases.ts';
import { answerPhrases } from './answer-phrases.ts';
import type { AnswererOptions } from './create-answerer.ts';
import type { Answer } from './hearing.ts';
import { showShared, storiesOf } from './show/show-shared.ts';
import { type AnswerPress, type DeliveredPress, noCommand, type Subject } from './subject.ts';
import type { Talk } from './talk.ts';

const sharesAnHour = 3;
const hourMs = 60 * 60 * 1000;

/** Sharing an answer with the channel, and taking it back. */
export function shareSubject(talk: Talk, options: AnswererOptions): Subject {
  const { store, clock } = options;

  /** Shares through the channel, once per answer: the shared message has the answer's own id. */
  async function share({ pressed, kept, view, language }: AnswerPress): Promise<Answer | null> {
    if (view.kind !== 'hits' && view.kind !== 'story') return null;
    const { spot, speaker } = pressed;
    if (speaker.mayPost === false) return talk.say(answerPhrases.mayNotShare, pressed, language);
    const shares = await store.sharesSince(spot.platform, speaker.id, clock() - hourMs);
    if (shares >= sharesAnHour) return talk.say(answerPhrases.sharedOften, pressed, language);
    const shownIn = options.rulesAt(spot) === null ? language : talk.rules(spot).language;
    const show = { ...(await talk.showing(view, spot, language)), language: shownIn };
    await options.requestPost({
      id: kept.id,
      kind: 'share',
      platform: spot.platform,
      workspace: spot.workspace,
      channel: spot.channel,
      underDelivery: null,
      language: shownIn,
      edition: null,
      stories: storiesOf(view).map(({ id }) => id),
      message: showShared(view, show, speaker.name),
      person: speaker.id,
    });
    return talk.answer({ ...view, isShared: true }, pressed, language, 'replace');
  }

  /** Takes a shared answer back; only the person who shared it can. */
  async function unshare({ pressed, delivered, language }: DeliveredPress): Promise<Answer> {
    const { speaker, spot } = pressed;
    if (delivered.kind !== 'share' || delivered.person !== speaker.id)
      return talk.say(answerPhrases.notYours, pressed, language);
    const text = answerPhrases.unshared(speaker.name);
    const shown = delivered.language === 'both' ? [text.ko, text.en] : [text[delivered.language]];
    const latest: Button = {
      kind: 'press',
      label: phrase(phrases.latest, delivered.language),
      action: 'latest',
    };
    await options.revise(spot, delivered.request, noticeMessage(shown, delivered.language, [latest]));
    return talk.say(answerPhrases.removed, pressed, language);
  }

  return { command: noCommand, answerPresses: { share }, deliveredPresses: { unshare } };
}
