import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { PlatformName } from './world.ts';

export const FaultDraft = z.strictObject({
  id: z.string().min(1).optional(),
  match: z
    .strictObject({
      /** Slack: `chat.*`; Discord: `POST /channels/*`. `*` stands for anything. */
      method: z.string().optional(),
      channel: z.string().optional(),
      bodyIncludes: z.string().optional(),
    })
    .default({}),
  kind: z.enum([
    'drop-before',
    'drop-after',
    'reset-after',
    'slow',
    'slow-before',
    'stall',
    '429',
    '500-before',
    '500-after',
    'refuse',
    'error',
  ]),
  /** How many times it fires; null: until it is deleted. */
  count: z.int().positive().nullable().default(1),
  afterMs: z.int().nonnegative().optional(),
  /** Seconds of `Retry-After`; null: a 429 without the header. */
  retryAfter: z.number().nonnegative().nullable().default(1),
  /** `500-*`: the HTTP status; `error`: Slack's error name or Discord's numeric code. */
  status: z.union([z.number(), z.string()]).optional(),
});

export type FaultDraft = z.input<typeof FaultDraft>;
export type Fault = z.output<typeof FaultDraft> & { id: string };

/** One request, as faults look at it. `body` is its JSON text. */
interface FaultTarget {
  method: string;
  channel: string | null;
  body: string;
}

/** Faults, history lag and limits of both platforms. */
export interface Faults {
  list(platform: PlatformName): Fault[];
  add(platform: PlatformName, draft: FaultDraft): Fault;
  /** Removes one fault, or all; gives how many were removed. */
  remove(platform: PlatformName, id?: string): number;
  /** The first fault that fits this request, counted down; null when there is none. `refuse` is never given here. */
  take(platform: PlatformName, target: FaultTarget): Fault | null;
  /** Whether a new connection is to be destroyed at once; counts a `refuse` fault down. */
  refuses(platform: PlatformName): boolean;
  historyLagMs(platform: PlatformName): number;
  setHistoryLag(platform: PlatformName, ms: number): void;
  enforcesLimits(platform: PlatformName): boolean;
  setLimits(platform: PlatformName, enforce: boolean): void;
}

interface PlatformFaults {
  faults: Fault[];
  historyLagMs: number;
  enforce: boolean;
}

export function createFaults(): Faults {
  const byPlatform: Record<PlatformName, PlatformFaults> = {
    slack: { faults: [], historyLagMs: 0, enforce: false },
    discord: { faults: [], historyLagMs: 0, enforce: false },
  };

  function fire(platform: PlatformName, fits: (fault: Fault) => boolean): Fault | null {
    const own = byPlatform[platform];
    const fault = own.faults.find(fits);
    if (fault === undefined) return null;
    if (fault.count !== null) {
      fault.count -= 1;
      if (fault.count === 0) own.faults = own.faults.filter((other) => other !== fault);
    }
    return { ...fault };
  }
  return {
    list: (platform) => byPlatform[platform].faults.map((fault) => ({ ...fault })),
    add(platform, draft) {
      const parsed = FaultDraft.parse(draft);
      const fault: Fault = { ...parsed, id: parsed.id ?? randomUUID() };
      byPlatform[platform].faults.push(fault);
      return { ...fault };
    },
    remove(platform, id) {
      const own = byPlatform[platform];
      const before = own.faults.length;
      own.faults = id === undefined ? [] : own.faults.filter((fault) => fault.id !== id);
      return before - own.faults.length;
    },
    take: (platform, target) =>
      fire(platform, (fault) => fault.kind !== 'refuse' && matches(fault.match, target)),
    refuses: (platform) => fire(platform, (fault) => fault.kind === 'refuse') !== null,
    historyLagMs: (platform) => byPlatform[platform].historyLagMs,
    setHistoryLag(platform, ms) {
      byPlatform[platform].historyLagMs = ms;
    },
    enforcesLimits: (platform) => byPlatform[platform].enforce,
    setLimits(platform, enforce) {
      byPlatform[platform].enforce = enforce;
    },
  };
}

function matches(match: Fault['match'], target: FaultTarget): boolean {
  if (match.method !== undefined && !glob(match.method).test(target.method)) return false;
  if (match.channel !== undefined && match.channel !== target.channel) return false;
  return match.bodyIncludes === undefined || target.body.includes(match.bodyIncludes);
}

/** A pattern in which `*` stands for anything, as a regular expression. */
export function glob(pattern: string): RegExp {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}
