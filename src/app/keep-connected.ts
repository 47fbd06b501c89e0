import type { Logger } from 'pino';
import { backOff } from '../delivery/back-off.ts';
import { DeliveryError } from '../delivery/delivery-error.ts';
import type { Platform } from '../delivery/platform.ts';
import type { PlatformName } from '../digest/edition.ts';

/** Our side of a platform whose token was taken; it hears nothing yet. */
export interface Side {
  platform: Platform;
  /**
   * Hears from then on, and keeps hearing.
   * @param onRefused the platform refuses for good what only a person can mend; it is left then
   */
  join(onRefused: (sentence: string) => void): Promise<void>;
  isListening(): boolean;
  leave(): Promise<void>;
}

export interface KeepConnectedOptions {
  /** How each platform that has tokens is opened; rejects with a DeliveryError. */
  open: Partial<Record<PlatformName, () => Promise<Side>>>;
  /** A platform can be posted to from now on; before it is heard. Called again where it failed. */
  onOpen: (platform: Platform) => Promise<void>;
  /** It is heard, for the first time or again after it was given up. */
  onHeard: (platform: Platform) => void;
  /** Every platform refuses: nothing is left to do. */
  onFatal: (sentence: string) => void;
  /** Tells the operator once, until it is mended. */
  notify: (cause: string, sentence: string) => Promise<void>;
  mended: (cause: string) => Promise<void>;
  firstWaitMs: number;
  maxWaitMs: number;
  logger: Logger;
}

export interface Connections {
  isReady(): boolean;
  stop(): Promise<void>;
}

/** One platform with tokens. */
interface Member {
  name: PlatformName;
  open: () => Promise<Side>;
  side: Side | null;
  /** Who posts knows of it. */
  isOpen: boolean;
  failures: number;
  /** It waits for a person. */
  isRefused: boolean;
  timer: NodeJS.Timeout | null;
}

/**
 * Connects every platform that has tokens, and goes on without one that cannot be had: it is tried again, with waits
 * that double. Where a person must mend it, the operator is told once.
 * Resolves when each was tried.
 */
export async function keepConnected(options: KeepConnectedOptions): Promise<Connections> {
  const { logger, onOpen, notify, mended, firstWaitMs, maxWaitMs } = options;
  const members = Object.entries(options.open).map(
    ([name, open]): Member => ({
      ...{
        name: name as PlatformName,
        open,
        side: null,
        isOpen: false,
        failures: 0,
        isRefused: false,
        timer: null,
      },
    }),
  );
  let isStopped = false;
  let allTried = () => {};
  const tried = new Promise<void>((resolve) => {
    allTried = resolve;
  });

  async function attempt(member: Member): Promise<void> {
    try {
      if (member.side === null) {
        member.side = await member.open();
      }
      if (!member.isOpen) {
        await onOpen(member.side.platform);
        member.isOpen = true;
      }
      const before = member.failures;
      await member.side.join((sentence) => fail(member, new DeliveryError('auth', sentence)));
      if (member.failures > before) return;
      Object.assign(member, { failures: 0, isRefused: false });
      options.onHeard(member.side.platform);
    } catch (error) {
      fail(member, asDelivery(error, member.name));
    }
    if (isStopped) await member.side?.leave();
    // Apart: it is connected, whatever becomes of this.
    if (member.failures === 0)
      await mended(causeOf(member)).catch((error: unknown) =>
        logger.error({ err: error, platform: member.name }, 'that it is connected again could not be noted'),
      );
  }

  function fail(member: Member, error: DeliveryError): void {
    if (isStopped || member.timer !== null) return;
    member.failures += 1;
    member.isRefused = error.code === 'auth' || error.code === 'forbidden';
    const usual = backOff(member.failures, { firstMs: firstWaitMs, maxMs: maxWaitMs });
    const inMs = member.isRefused ? maxWaitMs : Math.max(usual, error.retryAfterMs ?? 0);
    const { name } = member;
    logger.error(
      { platform: name, advice: error.message, err: error.cause, inMs },
      'not connected; tried again',
    );
    if (members.every((each) => each.isRefused)) {
      options.onFatal(error.message);
      return;
    }
    member.timer = setTimeout(() => {
      member.timer = null;
      void attempt(member);
    }, inMs);
    if (!member.isRefused) return;
    // Where the operator reads may be the other platform, which is being connected now.
    tried
      .then(() =>
        notify(causeOf(member), `${error.message} Until then Sowhat goes on without ${titles[name]}.`),
      )
      .catch((problem: unknown) => logger.error({ err: problem }, 'the operator could not be told'));
  }

  await Promise.all(members.map(attempt));
  allTried();
  return {
    isReady: () => members.every(({ side, isRefused }) => !isRefused && side?.isListening() === true),
    async stop() {
      isStopped = true;
      for (const { timer } of members) if (timer !== null) clearTimeout(timer);
      await Promise.all(members.map(({ side }) => side?.leave()));
    },
  };
}

const titles = { slack: 'Slack', discord: 'Discord' } satisfies Record<PlatformName, string>;

function causeOf({ name }: Member): string {
  return `connection:${name}`;
}

function asDelivery(error: unknown, name: PlatformName): DeliveryError {
  if (error instanceof DeliveryError) return error;
  return new DeliveryError('network', `${titles[name]} cannot be reached (${String(error)}).`, {
    cause: error,
  });
}
