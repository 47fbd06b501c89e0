import { parseEnv } from 'node:util';
import { z } from 'zod';
import { textOf } from './text-of.ts';
import { bareToken, unquoted } from './unquoted.ts';

const empty = z.literal('').transform(() => undefined);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.union([empty, schema]).optional();

function url(name: string, ending: string, protocols: RegExp) {
  return z.string().refine((value) => {
    const valid = URL.canParse(value) && protocols.test(new URL(value).protocol);
    return valid && value.endsWith(ending);
  }, `${name} is an address that ends in ${ending}; leave it out for the real service`);
}

const Variables = z.object({
  SLACK_BOT_TOKEN: optional(
    z
      .string()
      .regex(/^xoxb-/, 'SLACK_BOT_TOKEN starts with xoxb- (OAuth & Permissions → Bot User OAuth Token)'),
  ),
  SLACK_APP_TOKEN: optional(
    z
      .string()
      .regex(
        /^xapp-/,
        'SLACK_APP_TOKEN starts with xapp- (Basic Information → App-Level Tokens, scope connections:write)',
      ),
  ),
  SLACK_API_URL: optional(url('SLACK_API_URL', '/api/', /^https?:$/)),
  DISCORD_TOKEN: optional(z.string().transform(bareToken)),
  DISCORD_API_URL: optional(url('DISCORD_API_URL', '/api', /^https?:$/)),
  DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'DATABASE_URL starts with postgres://')),
  GIT_TOKEN: optional(
    z.string().regex(/^[\x21-\x7e]+$/, 'GIT_TOKEN is an access token of the git server, on one line'),
  ),
  LOG_LEVEL: optional(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'LOG_LEVEL is one of trace, debug, info, warn, error, silent',
    }),
  ),
});

/** Every variable that is read by a name of its own. */
export const variableNames = Object.keys(Variables.shape);

export interface SlackAccess {
  botToken: string;
  appToken: string;
  /** Ends in `/api/`. */
  apiUrl: string;
}

export interface DiscordAccess {
  token: string;
  /** Ends in `/api`, no version. */
  apiUrl: string;
}

export interface Environment {
  slack: SlackAccess | null;
  discord: DiscordAccess | null;
  databaseUrl: string | null;
  /** For a repository of briefs that is not public. */
  gitToken: string | null;
  logLevel: string;
}

export type EnvironmentReading =
  | { environment: Environment; problems: [] }
  | { environment: null; problems: string[] };

/** The variables of `.env` (if there is one) below those of the process. The only reader of `process.env`. */
export function readVariables(envFile: string): Record<string, string | undefined> {
  const text = textOf(envFile) ?? '';
  const variables = { ...parseEnv(text), ...process.env };
  const lost = withoutEquals(text, variables);
  if (lost)
    throw new Error(
      `${envFile}:${lost.line}: ${lost.name} is not set, for no equals sign follows it: write ${lost.name}=… there`,
    );
  return variables;
}

/** A line such as `DISCORD_TOKEN: abc`, which no reader of such files takes for a variable; a bare name is none's fault. */
function withoutEquals(text: string, variables: Record<string, string | undefined>) {
  for (const [index, line] of text.split('\n').entries()) {
    const name = /^\s*(?:export\s+)?([A-Z_]+)(?:\s*:|\s+[^\s=])/.exec(line)?.[1] ?? '';
    if (variableNames.includes(name) && variables[name] === undefined) return { line: index + 1, name };
  }
  return null;
}

/** Checks the variables; every problem at once, each a sentence that says what to do. */
export function readEnvironment(variables: Record<string, string | undefined>): EnvironmentReading {
  const named = variableNames.map((name) => [name, variables[name]] as const);
  const result = Variables.safeParse(
    Object.fromEntries(named.map(([name, value]) => [name, value === undefined ? value : unquoted(value)])),
  );
  if (!result.success) {
    return { environment: null, problems: result.error.issues.map((issue) => sentenceOf(issue)) };
  }
  const found = result.data;
  if ((found.SLACK_BOT_TOKEN === undefined) !== (found.SLACK_APP_TOKEN === undefined)) {
    const missing =
      found.SLACK_BOT_TOKEN === undefined ? 'SLACK_BOT_TOKEN (xoxb-…)' : 'SLACK_APP_TOKEN (xapp-…)';
    return {
      environment: null,
      problems: [`Slack needs both tokens: add ${missing} to .env, or remove the other one`],
    };
  }
  return {
    environment: {
      slack:
        found.SLACK_BOT_TOKEN && found.SLACK_APP_TOKEN
          ? {
              botToken: found.SLACK_BOT_TOKEN,
              appToken: found.SLACK_APP_TOKEN,
              apiUrl: found.SLACK_API_URL ?? 'https://slack.com/api/',
            }
          : null,
      discord: found.DISCORD_TOKEN
        ? { token: found.DISCORD_TOKEN, apiUrl: found.DISCORD_API_URL ?? 'https://discord.com/api' }
        : null,
      databaseUrl: found.DATABASE_URL ?? null,
      gitToken: found.GIT_TOKEN ?? null,
      logLevel: found.LOG_LEVEL ?? 'info',
    },
    problems: [],
  };
}

/** A union hides the sentence of its second branch one level down. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union') {
    const nested = issue.errors
      .flat()
      .find((inner) => inner.code !== 'invalid_value' || inner.values.length > 1);
    if (nested) return nested.message;
  }
  return issue.message;
}
