import { Cron } from 'croner';
import { z } from 'zod';
import { checkFlags } from './flags-of-both.ts';
import { aRepository, isRepositoryAddress } from './repository-address.ts';
import { ought, oughtUnseen } from './say-wrong.ts';

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/;

function isTimezone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function isSchedule(pattern: string): boolean {
  if (pattern.trim().split(/\s+/).length !== 5) return false;
  try {
    new Cron(pattern, { paused: true, mode: '5-part' });
    return true;
  } catch {
    return false;
  }
}

/** Text of one form. @param what it ought to be, with an example */
function text(isRight: (value: string) => boolean, what: string) {
  return z
    .string({ error: ought(what) })
    .trim()
    .refine(isRight, { error: ought(what) });
}

function number(from: number, to: number, what: string) {
  return z
    .number({ error: ought(what) })
    .refine((value) => value >= from && value <= to, { error: ought(what) });
}

function wholeNumber(from: number, to: number, what: string) {
  return z
    .number({ error: ought(what) })
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, { error: ought(what) });
}

function list<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item, { error: ought(what) });
}

function isTime(value: string): boolean {
  return clockTime.test(value);
}

function isDiscordId(value: string): boolean {
  return /^\d{17,20}$/.test(value);
}

const Platform = z.enum(['slack', 'discord'], { error: ought('slack or discord') });

const channelId = {
  slack: {
    pattern: /^[CGD][A-Z0-9]{5,}$/,
    what: 'the id of a Slack channel, such as C0123456789 (channel menu → View channel details, at the bottom)',
  },
  discord: {
    pattern: /^\d{17,20}$/,
    what: 'the id of a Discord channel in quotes, such as "1234567890123456789" (Developer Mode → Copy Channel ID)',
  },
} as const;

const NamedEntry = z.object({ name: z.string() });
const Place = z.object({ platform: z.enum(['slack', 'discord']), channel: z.string() });

const anyChannelId =
  'a channel id in quotes, such as "C0123456789" on Slack or "1234567890123456789" on Discord';

function checkChannelId(entry: unknown, context: z.core.$RefinementCtx): void {
  const { data } = Place.safeParse(entry);
  if (data === undefined || channelId[data.platform].pattern.test(data.channel)) return;
  const message = ought(channelId[data.platform].what)({ input: data.channel }) ?? '';
  context.addIssue({ code: 'custom', path: ['channel'], message });
}

/** A check that is made even while something else beside it is wrong, so that all is told at once. */
const always = { when: () => true };

const onOrOff = z
  .union([z.boolean(), z.enum(['on', 'off'])], { error: ought('on or off') })
  .transform((value) => value === true || value === 'on');

const catchUp = 'skip, once, or { until: "18:00" }';

const CatchUp = z.union(
  [
    z.enum(['skip', 'once']),
    z.strictObject(
      { until: text(isTime, 'a time of day in quotes, such as "18:00"') },
      { error: ought(catchUp) },
    ),
  ],
  { error: ought(catchUp) },
);

/** The weekly roll-up; null for none. */
const Weekly = z.union(
  [
    z.enum(['off']).transform(() => null),
    z.literal(false).transform(() => null),
    z.null(),
    z.strictObject({
      day: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], {
        error: ought('mon, tue, wed, thu, fri, sat or sun'),
      }),
      time: text(isTime, 'a time of day in quotes, such as "17:00"'),
    }),
  ],
  { error: ought('off, or a day and a time such as { day: fri, time: "17:00" }') },
);

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && date.getTime() >= 0 && date.toISOString().startsWith(text);
}

/** Days of the calendar, the first of a span before its last. */
function areDays(text: string): boolean {
  const [first = '', last = first, ...more] = text.split('..');
  return more.length === 0 && isDay(first) && isDay(last) && first <= last;
}

/** One channel that gets editions. */
export const ChannelSettings = z
  .strictObject(
    {
      name: text(
        (name) => /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}$/u.test(name),
        'a short name of letters, digits, - and _ (63 at most), such as team-ko',
      ),
      platform: Platform,
      channel: z.string({ error: ought(anyChannelId) }),
      schedule: text(
        isSchedule,
        'a cron pattern of five fields in quotes, such as "30 8 * * 1-5" (weekdays at 08:30)',
      ),
      timezone: text(isTimezone, 'a known time zone, such as Asia/Seoul'),
      language: z.enum(['ko', 'en', 'both'], { error: ought('ko, en or both') }),
      topics: list(
        text((topic) => topic !== '', 'a tag, a category or a word, such as tariffs'),
        'a list in square brackets, such as [tariffs, retail]',
      ).default([]),
      minConfidence: number(0, 1, 'a number from 0 to 1 without quotes, such as 0.6').default(0),
      maxAgeDays: wholeNumber(
        1,
        Number.MAX_SAFE_INTEGER,
        'a whole number of days without quotes, such as 30',
      ).default(30),
      layout: z.enum(['skim', 'full'], { error: ought('skim or full') }).default('skim'),
      soWhat: onOrOff.default(true),
      silent: onOrOff.default(true),
      mentionRole: text(isDiscordId, 'the id of a Discord role in quotes, such as "123456789012345678"')
        .nullable()
        .default(null),
      reactions: onOrOff.default(true),
      /** No editions until it is taken back; what was missed joins the next one. */
      paused: onOrOff.default(false),
      highlights: wholeNumber(1, 15, 'a whole number from 1 to 15 without quotes, such as 5').default(5),
      headlines: wholeNumber(0, 50, 'a whole number from 0 to 50 without quotes, such as 10').default(10),
      catchUp: CatchUp.default({ until: '18:00' }),
      weekly: Weekly.default(null),
      skip: list(
        text(
          areDays,
          'a day of the calendar such as "2026-10-05", or a span from an earlier to a later one such as "2026-10-05..2026-10-09"',
        ),
        'a list in square brackets, such as ["2026-10-05..2026-10-09"]',
      ).default([]),
    },
    { error: ought('an entry such as { name: team-ko, platform: slack, channel: C0123456789, … }') },
  )
  .superRefine(checkChannelId, always);
export type ChannelSettings = z.infer<typeof ChannelSettings>;

const personId = {
  slack: text(
    (id) => /^[UW][A-Z0-9]{5,}$/.test(id),
    'a member id, such as U0123456789 (profile → ⋮ → Copy member ID)',
  ),
  discord: text(
    isDiscordId,
    'a user id in quotes, such as "123456789012345678" (Developer Mode → Copy User ID)',
  ),
};

/** Who else may change a channel in the chat. */
const Managers = z.strictObject(
  {
    slack: list(personId.slack, 'a list in square brackets, such as [U0123456789]').default([]),
    discord: list(personId.discord, 'a list in square brackets, such as ["123456789012345678"]').default([]),
  },
  { error: ought('{ slack: [U0123456789], discord: ["123456789012345678"] }') },
);

const Operator = z
  .strictObject(
    { platform: Platform, channel: z.string({ error: ought(anyChannelId) }) },
    { error: ought('a channel such as { platform: slack, channel: C0123456789 }') },
  )
  .superRefine(checkChannelId, always);

const endpoint = 'the http(s) address of an endpoint without a key in it, such as http://127.0.0.1:11434/v1';

const keyVariable = 'the name of a variable in .env, such as MODEL_API_KEY, not the key itself';

/** A language model that fills in what briefs lack: any endpoint that speaks OpenAI's chat completions. */
const Processing = z.strictObject(
  {
    url: z
      .string({ error: oughtUnseen(endpoint) })
      .refine(
        (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).username === '',
        { error: oughtUnseen(endpoint) },
      )
      .refine((url) => !/\/chat\/completions\/?$/.test(url), {
        error: oughtUnseen('the address before /chat/completions, such as http://127.0.0.1:11434/v1'),
      }),
    model: text((name) => name !== '', 'the name of the model, such as qwen3'),
    /** Name of the variable in `.env` that holds the key; the key itself never stands in the settings. */
    apiKeyEnv: z
      .string({ error: oughtUnseen(keyVariable) })
      .regex(/^[A-Z][A-Z0-9_]*$/, { error: oughtUnseen(keyVariable) })
      .nullable()
      .default(null),
    budget: wholeNumber(0, Number.MAX_SAFE_INTEGER, 'a whole number of briefs a day, such as 50').default(50),
  },
  { error: ought('settings of its own, such as { url: http://127.0.0.1:11434/v1, model: qwen3 }') },
);

const defaultFlags = {
  en: ['🇺🇸', '🇬🇧', '🇦🇺', '🇨🇦', '🇮🇪', '🇳🇿'],
  ko: ['🇰🇷'],
};

/** Names that Slack gives to flags without saying so. @see https://github.com/iamcal/emoji-data */
const bareFlags = /^(?:flag-[a-z]{2}|cn|de|es|fr|gb|it|jp|kr|ru|us|uk)$/i;

/** An emoji, or what Slack calls one; a bare word is taken for the name of a flag alone. */
function isEmoji(value: string): boolean {
  if (/^\p{RI}{2}$/u.test(value) || /^:[^\s:]+:$/.test(value) || bareFlags.test(value)) return true;
  return /\p{Extended_Pictographic}|\u20e3/u.test(value) && !/[\p{L}\s]/u.test(value);
}

const flags = list(
  text(isEmoji, 'an emoji in quotes, such as "🇺🇸", or its name on Slack between colons, such as ":flag-us:"'),
  'a list of emoji in square brackets, such as ["🇺🇸", "🇬🇧"]',
);

/** Entries of one name, or for one channel. */
function checkDistinct(channels: unknown, context: z.core.$RefinementCtx): void {
  if (!Array.isArray(channels)) return;
  const seen = new Set<string>();
  for (const [index, entry] of channels.entries()) {
    const { name } = NamedEntry.safeParse(entry).data ?? {};
    const { platform, channel } = Place.safeParse(entry).data ?? {};
    const known = [
      {
        path: 'name',
        key: name,
        message: `is "${name}", the name of an earlier entry; give each a name of its own, such as ${name}-2`,
      },
      {
        path: 'channel',
        key: platform && `${platform} ${channel}`,
        message: `is "${channel}", the ${platform} channel of an earlier entry; keep one entry and put both topic lists into it`,
      },
    ];
    for (const { path, key, message } of known) {
      if (key === undefined) continue;
      if (seen.has(key)) context.addIssue({ code: 'custom', path: [index, path], message });
      seen.add(key);
    }
  }
}

function isInside(folder: string): boolean {
  return !/^[/\\]|\\/.test(folder) && !folder.split('/').includes('..');
}

function checkOneSource(briefs: unknown, context: z.core.$RefinementCtx): void {
  if (briefs === null || typeof briefs !== 'object') return;
  if ('folder' in briefs !== 'git' in briefs) return;
  const message =
    'ought to hold one of the two: a folder on this machine such as { folder: ./briefs }, or the address of a repository such as { git: "https://git.example/team/briefs.git" }';
  context.addIssue({ code: 'custom', path: [], message });
}

/** Where the briefs are: a folder, or a git repository. */
const Briefs = z
  .strictObject(
    {
      folder: text((folder) => folder !== '', 'the path of a folder, such as ./briefs').optional(),
      // A token may stand in it.
      git: z
        .string({ error: oughtUnseen(aRepository) })
        .refine(isRepositoryAddress, { error: oughtUnseen(aRepository) })
        .optional(),
      branch: text(
        (branch) => /^(?!-)(?!.*\.\.)[^\s~^:?*[\\]+$/.test(branch),
        'the name of a branch, such as main',
      ).optional(),
      path: text(isInside, 'a folder inside the repository, such as output/briefs').optional(),
      pullMinutes: number(1, 1440, 'a number of minutes from 1 to 1440, such as 5').optional(),
    },
    { error: ought('where the briefs are, such as { folder: ./briefs }') },
  )
  .superRefine(checkOneSource, always);

const feeds =
  'off, or where the folder digests is served, such as { baseUrl: "https://intranet.example/digests" }';

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

const Feeds = z.union(
  [
    z.enum(['off']).transform(() => null),
    z.literal(false).transform(() => null),
    z.strictObject({
      baseUrl: text(isWebAddress, 'an http(s) address, such as "https://intranet.example/digests"')
        // Names of files are put behind it. A token may stand in a query.
        .refine((address) => !/[?#]/.test(address), {
          error: oughtUnseen(
            'the address of the folder alone, without ? or # and what follows, such as "https://intranet.example/digests"',
          ),
        })
        .transform((address) => address.replace(/\/+$/, ''))
        .nullable(),
    }),
  ],
  { error: ought(feeds) },
);

/** `config/sowhat.yaml`. */
export const Settings = z.strictObject(
  {
    briefs: Briefs,
    reactions: z
      .strictObject(
        { en: flags.default(defaultFlags.en), ko: flags.default(defaultFlags.ko) },
        { error: ought('emoji by language, such as { en: ["🇺🇸", "🇬🇧"], ko: ["🇰🇷"] }') },
      )
      .superRefine(checkFlags, always)
      .default(defaultFlags),
    channels: list(ChannelSettings, 'a list of entries, each with a dash in front, such as - name: team-ko')
      .superRefine(checkDistinct, always)
      .default([]),
    operator: Operator.nullable().default(null),
    managers: Managers.default({ slack: [], discord: [] }),
    /** Discord servers to answer in, beside those of the channels. */
    servers: list(
      text(
        isDiscordId,
        'a server id in quotes, such as "123456789012345678" (Developer Mode → Copy Server ID)',
      ),
      'a list in square brackets, such as ["123456789012345678"]',
    ).default([]),
    /** Fills in what briefs lack; off unless set. */
    processing: Processing.nullable().default(null),
    /** Atom and JSON feeds beside the archive; null for none. */
    feeds: Feeds.default({ baseUrl: null }),
    /** Loopback port of /healthz, /readyz and /metrics; off unless set. */
    health: z
      .strictObject(
        { port: wholeNumber(1, 65535, 'a port from 1 to 65535 without quotes, such as 9464') },
        { error: ought('a port such as { port: 9464 }') },
      )
      .nullable()
      .default(null),
  },
  { error: ought('settings such as briefs: { folder: ./briefs }') },
);
export type Settings = z.infer<typeof Settings>;
