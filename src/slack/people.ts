import type { WebClient } from '@slack/web-api';
import { slackError } from './slack-errors.ts';

export interface SlackPerson {
  id: string;
  name: string;
  /** `ko-KR`, `en-US`. */
  locale: string;
  isBot: boolean;
  isAdmin: boolean;
}

export interface SlackPeople {
  /** Asks users.info once an hour a person. Null where Slack does not say. */
  find(id: string): Promise<SlackPerson | null>;
  /** Asks now, for what rights depend on. Null where Slack does not say. */
  findNow(id: string): Promise<SlackPerson | null>;
  forget(id: string): void;
}

const keptMs = 60 * 60 * 1000;
const keptAtMost = 5000;

/** Cache over users.info: who is a bot, and which language somebody reads. */
export function createSlackPeople(
  client: WebClient,
  options: { clock: () => number; onError: (advice: string) => void },
): SlackPeople {
  const known = new Map<string, { person: SlackPerson; until: number }>();

  async function ask(id: string): Promise<SlackPerson | null> {
    try {
      const { user } = await client.users.info({ user: id, include_locale: true });
      if (user === undefined) return null;
      const profile = user.profile;
      return {
        id,
        name: profile?.display_name || profile?.real_name || user.real_name || user.name || id,
        locale: user.locale ?? '',
        isBot: user.is_bot === true || id === 'USLACKBOT',
        isAdmin: user.is_admin === true || user.is_owner === true,
      };
    } catch (error) {
      options.onError(slackError(error, id).message);
      return null;
    }
  }

  async function findNow(id: string): Promise<SlackPerson | null> {
    const person = await ask(id);
    if (person === null) return null;
    const oldest = known.keys().next();
    if (known.size >= keptAtMost && !oldest.done) known.delete(oldest.value);
    known.set(id, { person, until: options.clock() + keptMs });
    return person;
  }

  return {
    async find(id) {
      const cached = known.get(id);
      if (cached && cached.until > options.clock()) return cached.person;
      return (await findNow(id)) ?? cached?.person ?? null;
    },
    findNow,
    forget(id) {
      known.delete(id);
    },
  };
}
