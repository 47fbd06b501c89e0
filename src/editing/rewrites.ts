import type { ShowView } from '../answers/show/show-options.ts';
import { showReply } from '../answers/show/show-reply.ts';
import { showShared } from '../answers/show/show-shared.ts';
import { showView } from '../answers/show/show-view.ts';
import type { View } from '../answers/view.ts';
import { viewWithEdits } from '../answers/view-with-edits.ts';
import type { ChannelRules, PlatformName } from '../digest/edition.ts';
import type { Edits } from '../digest/edits.ts';
import { localDate } from '../digest/local-date.ts';
import { storiesWithin } from '../digest/map-stories.ts';
import { editionWithEdits, filesOf } from '../digest/with-edits.ts';
import { editionMessages } from '../message/edition-messages.ts';
import type { Message } from '../message/message.ts';
import type { Payload, Renderer } from '../message/renderer.ts';
import { splitInto } from '../message/split-into.ts';
import { takeUploads } from '../message/uploads-of.ts';
import { weeklyMessage } from '../message/weekly-message.ts';
import type { Rewrite, ShownPart, Telling } from './edit-store.ts';
import { storiesIn } from './stories-in.ts';

/** How messages are said, and how channels want them. */
export interface EditShowing {
  renderers: Readonly<Record<PlatformName, Renderer>>;
  /** Of a channel that was shared to. */
  rulesAt(spot: { platform: PlatformName; channel: string }): Pick<ChannelRules, 'timezone' | 'soWhat'>;
}

/** A message and the parts that it is to fill. */
interface Filling {
  message: Message;
  parts: ShownPart[];
}

/** What the messages that tell the files are to show with the edits in force; nothing for those that show it already. Pure. */
export function rewritesOf(
  tellings: readonly Telling[],
  files: readonly string[],
  edits: Edits,
  showing: EditShowing,
): Rewrite[] {
  return tellings.flatMap((telling) => {
    const concerned = new Set(
      storiesIn(telling)
        .filter((story) => filesOf(story).some((file) => files.includes(file)))
        .map(({ id }) => id),
    );
    const fillings = telling.answer
      ? answerFilling(telling, edits, showing)
      : editionFillings(telling, edits);
    return fillings
      .filter(({ parts: [first] }) => first?.stories.some((story) => concerned.has(story)))
      .flatMap(({ message, parts }) => fill(message, parts, telling, showing));
  });
}

/** An edition's own messages. */
function editionFillings({ edition, parts }: Telling, edits: Edits): Filling[] {
  if (edition === null) return [];
  const messages = editionMessages(editionWithEdits(edition, edits), edition.rules.language);
  const of = (kind: ShownPart['kind']) => parts.filter((part) => part.kind === kind);
  return [
    { message: messages.skim, parts: of('skim') },
    { message: messages.full ?? messages.skim, parts: of('full') },
    ...messages.stories.map(({ story, message }) => ({
      message,
      parts: of('story').filter(({ stories }) => stories.includes(story)),
    })),
  ];
}

/** A public answer: a reply to a flag, what was shared, a roll-up, a direct message. */
function answerFilling({ edition, answer, parts }: Telling, edits: Edits, showing: EditShowing): Filling[] {
  const [first] = parts;
  if (!answer || !first) return [];
  const view = viewWithEdits(answer.body as View, edits, answer.createdAt);
  const { timezone, soWhat } = edition?.rules ?? showing.rulesAt(first);
  const show = {
    today: localDate(answer.createdAt, timezone),
    soWhat,
    zone: timezone,
    edition: edition && editionWithEdits(edition, edits),
    sharing: { here: false, elsewhere: false },
    pageSize: storiesWithin(view).length,
  };
  const message = publicMessage(view, first, show);
  return message === null ? [] : [{ message, parts }];
}

function publicMessage(
  view: View,
  { kind, language, under, payload }: ShownPart,
  show: Omit<ShowView, 'language'>,
): Message | null {
  if (view.kind === 'weekly')
    return weeklyMessage(view.weekly, { ...show, language, chart: chartIn(payload) });
  if (kind === 'share' || language === 'both')
    return showShared(view, { ...show, language }, 'sharedBy' in view ? (view.sharedBy ?? '') : '');
  if (kind === 'reply') return showReply(view, { ...show, language }, under ?? 'skim');
  return showView(view, { ...show, language });
}

/** The picture that a payload carries. */
function chartIn(payload: Payload): string | null {
  return takeUploads(payload).uploads[0]?.data ?? null;
}

function fill(
  message: Message,
  parts: readonly ShownPart[],
  { edition, answer }: Telling,
  { renderers }: EditShowing,
): Rewrite[] {
  const [first] = parts;
  if (!first) return [];
  const renderer = renderers[first.platform];
  const pieces = splitInto(message, parts.length, renderer.fits);
  return parts.flatMap(({ id, kind, payload }, index) => {
    const isOpening = index === 0 && (kind === 'skim' || kind === 'full');
    const fresh = renderer.render(pieces[index] ?? message, {
      id,
      silent: answer !== null || (edition?.rules.silent ?? true),
      mentionRole: isOpening ? (edition?.rules.mentionRole ?? null) : null,
    });
    return JSON.stringify(fresh) === JSON.stringify(payload) ? [] : [{ delivery: id, payload: fresh }];
  });
}
