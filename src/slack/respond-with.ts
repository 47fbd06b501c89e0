import type { RespondFn } from '@slack/bolt';
import type { Answer } from '../answers/hearing.ts';
import { splitMessage } from '../message/split-message.ts';
import { slackRenderer } from './render-slack.ts';

/** A response address takes five messages. @see https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const responsesAtMost = 5;

/** Says a private answer through the interaction's response address, in as few messages as it fits into. */
export async function respondWith(respond: RespondFn, answer: Answer): Promise<void> {
  const all = splitMessage(answer.message, slackRenderer.fits);
  // The last one has the buttons.
  const parts = [...all.slice(0, responsesAtMost - 1), ...all.slice(responsesAtMost - 1).slice(-1)];
  for (const [index, part] of parts.entries()) {
    const { metadata: _marker, ...payload } = slackRenderer.render(part, {
      id: answer.id,
      silent: true,
      mentionRole: null,
    });
    const replace = answer.show === 'replace' && index === 0;
    await respond({
      ...payload,
      response_type: 'ephemeral',
      replace_original: replace,
    } as Parameters<RespondFn>[0]);
  }
}
