import type { Selectable } from 'kysely';
import type { DeliveryKind, DeliveryStatus, SlotOutcome } from '../delivery/delivery-store.ts';
import type { PlatformName } from '../digest/edition.ts';
import type { EditKind } from '../digest/edits.ts';
import type { MessageLanguage } from '../message/message.ts';

/** Instants are epoch ms; `*Json` columns hold JSON text; a flag is 0 or 1. */
export interface Tables {
  /** Numbers handed out in the order of commits: a reader that saw n will never see a smaller one appear. */
  counters: { name: string; value: number };
  seenBriefs: { file: string; seq: number; ingestedAt: number; firstSeenAt: number };
  subscriptions: { target: string; name: string; schedule: string; since: number; before: string };
  slots: {
    target: string;
    date: string;
    time: string;
    name: string;
    dueAt: number;
    outcome: SlotOutcome;
    decidedAt: number;
    edition: string | null;
  };
  editions: {
    key: string;
    target: string;
    platform: PlatformName;
    workspace: string;
    channel: string;
    name: string;
    date: string;
    time: string;
    dueAt: number;
    composedAt: number;
    expiresAt: number | null;
    status: 'open' | 'finished' | 'withdrawn';
    bodyJson: string;
  };
  /** `holder` is a target (`target:…`) or a settings name (`name:…`). */
  marks: { holder: string; edition: string; seq: number; at: number };
  /** Briefs that a withdrawn edition had judged: they are to be judged again, whatever later marks cover. */
  returned: { holder: string; file: string };
  told: {
    holder: string;
    edition: string;
    story: string;
    urlKey: string;
    date: string;
    delivery: string | null;
  };
  verdicts: { edition: string; file: string; name: string; story: string; reasonJson: string };
  deliveries: {
    id: string;
    platform: PlatformName;
    workspace: string;
    channel: string;
    kind: DeliveryKind;
    chain: string;
    position: number;
    parts: number;
    parent: string | null;
    threadName: string;
    edition: string | null;
    language: MessageLanguage;
    storiesJson: string;
    person: string;
    payloadJson: string;
    seq: number;
    createdAt: number;
    dueAt: number;
    status: DeliveryStatus;
    settled: number;
    owner: string;
    leaseUntil: number;
    nextAt: number;
    attempts: number;
    lookUps: number;
    firstTriedAt: number | null;
    thread: string | null;
    ownThread: string | null;
    degraded: number;
    refusals: number;
    messageId: string | null;
    link: string;
    postedAt: number | null;
    errorCode: string;
    advice: string;
  };
  health: {
    platform: PlatformName;
    workspace: string;
    channel: string;
    failures: number;
    pausedAt: number | null;
    reason: string;
    probeAt: number;
  };
  causes: {
    cause: string;
    times: number;
    isOpen: number;
    openedAt: number;
    sentence: string;
    /** 0 = the operator's channel has not got it yet. */
    isTold: number;
  };
  leases: { name: string; owner: string; untilAt: number };
  platformEvents: { id: string; seenAt: number };
  answers: {
    id: string;
    language: 'ko' | 'en';
    bodyJson: string;
    createdAt: number;
  };
  /** A row where a person chose a language ('' for none) or has a direct message with the bot ('' for none). */
  readers: {
    platform: PlatformName;
    workspace: string;
    person: string;
    language: 'ko' | 'en' | '';
    directChannel: string;
  };
  /** `seq` and `at`: briefs up to there were looked at for it. */
  follows: {
    id: string;
    platform: PlatformName;
    workspace: string;
    person: string;
    topic: string;
    language: 'ko' | 'en';
    createdAt: number;
    seq: number;
    at: number;
  };
  /** Briefs found for a follow; `request` is the message that tells of it, '' while it waits. */
  followMatches: { follow: string; file: string; foundAt: number; request: string; isTold: number };
  keptValues: { key: string; value: string };
  revisions: {
    delivery: string;
    payloadJson: string;
    wantedAt: number;
    attempts: number;
    nextAt: number;
    isDone: number;
    advice: string;
  };
  /** Settings of channels that were set in the chat. */
  overrides: {
    platform: PlatformName;
    workspace: string;
    channel: string;
    key: string;
    valueJson: string;
    author: string;
    authorName: string;
    at: number;
  };
  /** Every change of those, one row a key; null = not set in the chat. */
  overrideChanges: {
    seq: number;
    id: string;
    platform: PlatformName;
    workspace: string;
    channel: string;
    key: string;
    beforeJson: string | null;
    afterJson: string | null;
    author: string;
    authorName: string;
    at: number;
    undoes: string | null;
  };
  /** `kind` retracted or corrected; `settledAt` null while messages or the archive may not show it yet. */
  edits: {
    file: string;
    kind: EditKind;
    at: number;
    author: string;
    briefJson: string | null;
    othersJson: string;
    isUndone: number;
    settledAt: number | null;
  };
}

export type DeliveryRow = Selectable<Tables['deliveries']>;

/** Every table, parents first. */
export const tableNames = [
  'counters',
  'seenBriefs',
  'subscriptions',
  'slots',
  'editions',
  'marks',
  'returned',
  'told',
  'verdicts',
  'deliveries',
  'health',
  'causes',
  'leases',
  'platformEvents',
  'answers',
  'readers',
  'follows',
  'followMatches',
  'keptValues',
  'revisions',
  'overrides',
  'overrideChanges',
  'edits',
] as const satisfies readonly (keyof Tables)[];
