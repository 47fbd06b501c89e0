import { Cron } from 'croner';
import { z } from 'zod';

const dateRange = /^\d{4}-\d{2}-\d{2}(\.\.\d{4}-\d{2}-\d{2})?$/;
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

const Platform = z.enum(['slack', 'discord'], { error: 'is either slack or discord' });

const channelId = {
  slack: {
    pattern: /^[CGD][A-Z0-9]{5,}$/,
    looks: 'C0123456789 (channel menu → View channel details, at the bottom)',
  },
  discord: {
    pattern: /^\d{17,20}$/,
    looks: '1234567890123456789, in quotes (Developer Mode → Copy Channel ID)',
  },
} as const;

function checkChannelId(
  entry: { platform: 'slack' | 'discord'; channel: string },
  context: z.core.$RefinementCtx,
): void {
  const { pattern, looks } = channelId[entry.platform];
  if (pattern.test(entry.channel)) return;
  context.addIssue({
    code: 'custom',
    path: ['channel'],
    message: `“${entry.channel}” is not a ${entry.platform} channel id; one looks like ${looks}`,
  });
}

const onOrOff = z
  .union([z.boolean(), z.enum(['on', 'off'])], { error: 'is on or off' })
  .transform((value) => value === true || value === 'on');

const CatchUp = z.union(
  [
    z.enum(['skip', 'once']),
    z.strictObject({ until: z.string().regex(clockTime, 'is a time such as "18:00"') }),
  ],
  { error: 'is skip, once, or { until: "18:00" }' },
);

/** The weekly roll-up; null for none. */
const Weekly = z.union(
  [
    z.enum(['off']).transform(() => null),
    z.literal(false).transform(() => null),
    z.null(),
    z.strictObject({
      day: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
      time: z.string().regex(clockTime),
    }),
  ],
  { error: 'is off, or { day: fri, time: "17:00" } with a day of mon, tue, wed, thu, fri, sat or sun' },
);

/** One channel that gets editions. */
export const ChannelSettings = z
  .strictObject({
    name: z
      .string({ error: 'is missing: give the channel a short name, such as team-ko' })
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,62}$/u, 'is made of letters, digits, - and _ (63 at most)'),
    platform: Platform,
    channel: z.string({ error: 'is the channel id, in quotes' }),
    schedule: z
      .string({ error: 'is a five-field cron pattern in quotes, such as "30 8 * * 1-5"' })
      .refine(isSchedule, 'is not a five-field cron pattern; "30 8 * * 1-5" means weekdays at 08:30'),
    timezone: z
      .string({ error: 'is a time zone such as Asia/Seoul' })
      .refine(isTimezone, 'is not a known time zone; one looks like Asia/Seoul'),
    language: z.enum(['ko', 'en', 'both'], { error: 'is ko, en or both' }),
    topics: z.array(z.string().min(1)).default([]),
    minConfidence: z.number().min(0).max(1, 'lies between 0 and 1').default(0),
    maxAgeDays: z.number().int().positive().default(30),
    layout: z.enum(['skim', 'full'], { error: 'is skim or full' }).default('skim'),
    soWhat: z.boolean().default(true),
    silent: z.boolean().default(true),
    mentionRole: z
      .string()
      .regex(/^\d{17,20}$/, 'is a Discord role id, in quotes')
      .nullable()
      .default(null),
    reactions: onOrOff.default(true),
    /** No editions until it is taken back; what was missed joins the next one. */
    paused: onOrOff.default(false),
    highlights: z.number().int().min(1).max(15).default(5),
    headlines: z.number().int().min(0).max(50).default(10),
    catchUp: CatchUp.default({ until: '18:00' }),
    weekly: Weekly.default(null),
    skip: z
      .array(z.string().regex(dateRange, 'is a date or a span such as "2026-10-05..2026-10-09"'))
      .default([]),
  })
  .superRefine(checkChannelId);
export type ChannelSettings = z.infer<typeof ChannelSettings>;

const personId = {
  slack: z
    .string()
    .regex(/^[UW][A-Z0-9]{5,}$/, 'is a member id such as U0123456789 (profile → ⋮ → Copy member ID)'),
  discord: z
    .string({ error: 'is a user id, in quotes' })
    .regex(/^\d{17,20}$/, 'is a user id, in quotes (Developer Mode → Copy User ID)'),
};

/** Who else may change a channel in the chat. */
const Managers = z.strictObject({
  slack: z.array(personId.slack).default([]),
  discord: z.array(personId.discord).default([]),
});

const Operator = z.strictObject({ platform: Platform, channel: z.string() }).superRefine(checkChannelId);

/** A language model that fills in what briefs lack: any endpoint that speaks OpenAI's chat completions. */
const Processing = z.strictObject({
  url: z
    .string({ error: 'is the address of the endpoint, such as http://127.0.0.1:11434/v1' })
    .refine(
      (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).username === '',
      'is not an http(s) address; one looks like http://127.0.0.1:11434/v1 (no key in it)',
    )
    .refine(
      (url) => !/\/chat\/completions\/?$/.test(url),
      'is the address before /chat/completions: leave that part out',
    ),
  model: z.string({ error: 'is the name of the model' }).min(1, 'is the name of the model'),
  /** Name of the variable in `.env` that holds the key; the key itself never stands in the settings. */
  apiKeyEnv: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, 'is the name of a variable such as OPENAI_API_KEY, not the key itself')
    .nullable()
    .default(null),
  budget: z
    .number({ error: 'is how many briefs a day the model may be asked about' })
    .int('is a whole number')
    .min(0, 'is 0 or more')
    .default(50),
});

const defaultFlags = {
  en: ['🇺🇸', '🇬🇧', '🇦🇺', '🇨🇦', '🇮🇪', '🇳🇿'],
  ko: ['🇰🇷'],
};
const flags = z.array(z.string().min(1));

function checkDistinct(channels: ChannelSettings[], context: z.core.$RefinementCtx): void {
  const seen = new Map<string, string>();
  channels.forEach((entry, index) => {
    for (const [path, key, what] of [
      ['name', `name ${entry.name}`, `the name “${entry.name}”`],
      ['channel', `${entry.platform} ${entry.channel}`, `the ${entry.platform} channel ${entry.channel}`],
    ] as const) {
      const before = seen.get(key);
      if (before === undefined) seen.set(key, entry.name);
      else
        context.addIssue({
          code: 'custom',
          path: [index, path],
          message: `${what} is used by two entries; keep one and put both topic lists into it`,
        });
    }
  });
}

function isRepository(address: string): boolean {
  if (/^[\w.-]+@[\w.-]+:[^\s-]\S*$/.test(address)) return true;
  if (!URL.canParse(address)) return false;
  const { protocol, password } = new URL(address);
  return ['https:', 'http:', 'ssh:', 'file:'].includes(protocol) && password === '';
}

function isInside(folder: string): boolean {
  return !/^[/\\]|\\/.test(folder) && !folder.split('/').includes('..');
}

function checkOneSource(briefs: { folder?: unknown; git?: unknown }, context: z.core.$RefinementCtx): void {
  if ((briefs.folder === undefined) !== (briefs.git === undefined)) return;
  const message = 'holds one of the two: folder (on this machine), or git (the address of a repository)';
  context.addIssue({ code: 'custom', path: [], message });
}

/** Where the briefs are: a folder, or a git repository. */
const Briefs = z
  .strictObject({
    folder: z.string().min(1).optional(),
    git: z
      .string()
      .refine(
        isRepository,
        'is an address such as https://git.example/team/briefs.git or git@git.example:team/briefs.git; a token goes into .env, as GIT_TOKEN',
      )
      .optional(),
    branch: z
      .string()
      .regex(/^(?!-)(?!.*\.\.)[^\s~^:?*[\\]+$/, 'is the name of a branch, such as main')
      .optional(),
    path: z.string().refine(isInside, 'is a folder inside the repository, such as output/briefs').optional(),
    pullMinutes: z.number().min(1, 'is at least 1 minute').max(1440, 'is at most a day, 1440').optional(),
  })
  .superRefine(checkOneSource);

const Feeds = z.union(
  [
    z.enum(['off']).transform(() => null),
    z.literal(false).transform(() => null),
    z.strictObject({
      baseUrl: z
        .url({ protocol: /^https?$/ })
        .transform((address) => address.replace(/\/+$/, ''))
        .nullable(),
    }),
  ],
  { error: 'is off, or { baseUrl: "https://…" }, the address at which the folder digests is served' },
);

/** `config/sowhat.yaml`. */
export const Settings = z.strictObject({
  briefs: Briefs,
  reactions: z
    .strictObject({ en: flags.default(defaultFlags.en), ko: flags.default(defaultFlags.ko) })
    .default(defaultFlags),
  channels: z.array(ChannelSettings).superRefine(checkDistinct).default([]),
  operator: Operator.nullable().default(null),
  managers: Managers.default({ slack: [], discord: [] }),
  /** Discord servers to answer in, beside those of the channels. */
  servers: z
    .array(
      z
        .string({ error: 'is a server id, in quotes' })
        .regex(/^\d{17,20}$/, 'is a server id, in quotes (Developer Mode → Copy Server ID)'),
    )
    .default([]),
  /** Fills in what briefs lack; off unless set. */
  processing: Processing.nullable().default(null),
  /** Atom and JSON feeds beside the archive; null for none. */
  feeds: Feeds.default({ baseUrl: null }),
  /** Loopback port of /healthz, /readyz and /metrics; off unless set. */
  health: z
    .strictObject({ port: z.number().int().min(1).max(65535) })
    .nullable()
    .default(null),
});
export type Settings = z.infer<typeof Settings>;
