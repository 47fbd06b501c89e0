import { randomUUID } from 'node:crypto';
import { slackLimits } from './limits.ts';
import { newId } from './new-id.ts';
import { SlackError } from './slack-error.ts';
import type { SlackTimings } from './timings.ts';

/** Where the answers to one interaction go. */
export interface ResponseTarget {
  channel: string;
  person: string;
  /** The message the interaction came from, or the first private answer to a command; null: none yet. */
  source: { ts: string; isPrivate: boolean } | null;
  invokedAs: string | null;
}

/** Trigger ids (3 s, once) and response URLs (30 min, five times). */
export interface Interactions {
  newTrigger(person: string): string;
  /** The person a trigger stands for; throws as views.open does when it is spent. */
  useTrigger(id: string): string;
  newResponseUrl(target: ResponseTarget): string;
  /** Throws `used_url` or `expired_url`. The target may be changed by the caller. */
  useResponse(token: string): ResponseTarget;
}

interface Trigger {
  person: string;
  goodUntil: number;
  used: boolean;
}

interface Response {
  target: ResponseTarget;
  goodUntil: number;
  uses: number;
}

/** https://docs.slack.dev/interactivity/handling-user-interaction */
export function createInteractions(
  clock: () => number,
  origin: () => string,
  timings: SlackTimings,
): Interactions {
  const triggers = new Map<string, Trigger>();
  const responses = new Map<string, Response>();

  function forgetOld(): void {
    for (const [token, { goodUntil }] of responses) {
      if (goodUntil + timings.responseUrlMs < clock()) responses.delete(token);
    }
    for (const [id, { goodUntil }] of triggers) {
      if (goodUntil + timings.responseUrlMs < clock()) triggers.delete(id);
    }
  }
  return {
    newTrigger(person) {
      forgetOld();
      const id = `${newId('')}.${newId('')}`;
      triggers.set(id, { person, goodUntil: clock() + timings.triggerMs, used: false });
      return id;
    },
    useTrigger(id) {
      const trigger = triggers.get(id);
      if (trigger === undefined) throw new SlackError('invalid_trigger_id');
      if (trigger.used) throw new SlackError('exchanged_trigger_id');
      if (trigger.goodUntil < clock()) throw new SlackError('expired_trigger_id');
      trigger.used = true;
      return trigger.person;
    },
    newResponseUrl(target) {
      const token = randomUUID();
      responses.set(token, { target, goodUntil: clock() + timings.responseUrlMs, uses: 0 });
      return `${origin()}/slack/response/${token}`;
    },
    useResponse(token) {
      const response = responses.get(token);
      if (response === undefined || response.goodUntil < clock()) throw new SlackError('expired_url');
      if (response.uses >= slackLimits.responseUrlUses) throw new SlackError('used_url');
      response.uses += 1;
      return response.target;
    },
  };
}
