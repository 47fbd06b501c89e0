import type { Person } from '../world.ts';
import type { Json } from './checks/block-parts.ts';
import { freshWorkspace as fresh } from './fresh-workspace.ts';

/** A user object. https://docs.slack.dev/reference/objects/user-object */
export function wireUser(person: Person, team: string, withLocale: boolean): Json {
  const isKorean = person.locale.startsWith('ko');
  const wire: Json = {
    id: person.id,
    team_id: team,
    name: handleOf(person),
    deleted: false,
    color: '9f69e7',
    real_name: person.name,
    tz: isKorean ? 'Asia/Seoul' : 'America/New_York',
    tz_label: isKorean ? 'Korea Standard Time' : 'Eastern Standard Time',
    tz_offset: isKorean ? 32_400 : -18_000,
    profile: {
      title: '',
      real_name: person.name,
      real_name_normalized: person.name,
      display_name: person.name,
      display_name_normalized: person.name,
      status_text: '',
      status_emoji: '',
      avatar_hash: '',
      image_24: '',
      image_48: '',
      image_72: '',
      team,
      ...(person.isBot ? { bot_id: fresh.bot.app, api_app_id: fresh.appId } : {}),
    },
    is_admin: person.isAdmin,
    is_owner: person.isAdmin,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    updated: 0,
    is_email_confirmed: true,
    who_can_share_contact_card: 'EVERYONE',
  };
  return withLocale ? { ...wire, locale: person.locale } : wire;
}

/** The name in lower case, as in slash command payloads (`emma.clarke`). */
export function handleOf(person: Person): string {
  return person.name.toLowerCase().replaceAll(/\s+/g, '.');
}
