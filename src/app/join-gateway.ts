import { createLease } from '../delivery/lease.ts';
import type { DiscordSide } from '../discord/open-discord.ts';
import type { Store } from '../store/open-store.ts';
import { every } from './every.ts';
import { type Gateway, type GatewayOptions, superviseGateway } from './supervise-gateway.ts';
import type { Timing } from './timing.ts';

/** How this program hears Discord. */
export interface GatewaySeat {
  isListening(): boolean;
  leave(): Promise<void>;
}

/**
 * Of a delivery's lease (30 s), the share for which the gateway is held and the one between two renewals. Another
 * program has it 20 + 2 s after the death of its holder, and connects, within 30 s; a renewal that the ledger leaves
 * without an answer for 12 s is made good in time.
 */
const seatShare = 2 / 3;
const beatShare = 1 / 15;

/**
 * Of several programs on one ledger, one is connected to Discord's gateway: each would get every interaction. A
 * SQLite ledger has one program, which need not ask.
 * @param instance name of this program among those that share the ledger
 */
export async function joinGateway(
  options: Pick<GatewayOptions, 'listener' | 'onFatal' | 'logger' | 'clock'> & {
    side: DiscordSide;
    store: Pick<Store, 'engine' | 'hold' | 'release'>;
    timing: Timing;
    instance: string;
  },
): Promise<GatewaySeat> {
  const { side, store, logger, clock, timing, listener, instance } = options;
  const waits = {
    patienceMs: timing.discordResumeMs,
    firstWaitMs: timing.discordFirstWaitMs,
    maxWaitMs: timing.discordMaxWaitMs,
  };
  if (store.engine === 'sqlite') {
    const { onFatal } = options;
    const gateway = superviseGateway({ side, listener, logger, clock, onFatal, ...waits });
    await gateway.connect();
    return { isListening: side.isListening, leave: gateway.leave };
  }
  const { leaseMs } = timing.delivery;
  const beatMs = Math.max(20, Math.floor(leaseMs * beatShare));
  const ms = Math.floor(leaseMs * seatShare);
  const lease = createLease({ store, name: `gateway:${side.application}`, owner: instance, clock, ms });
  let isJoined = false;
  let isLeft = false;
  const stops: (() => void)[] = [];
  const gateway: Gateway = superviseGateway({
    ...{ side, listener, logger, clock, ...waits },
    onFatal(sentence) {
      // Another program may have a token that is taken.
      void leaveSeat();
      options.onFatal(sentence);
    },
  });

  async function leaveSeat(): Promise<void> {
    isLeft = true;
    for (const stop of stops) stop();
    await follow();
    await lease
      .release()
      .catch((error: unknown) => logger.debug({ err: error }, 'the seat at Discord ends by itself'));
  }

  /** Connects where the seat is ours, and leaves before it ends, whatever the ledger does meanwhile. */
  async function follow(): Promise<void> {
    const ours = !isLeft && lease.isOursFor(beatMs);
    if (ours === isJoined) return;
    isJoined = ours;
    if (!ours) {
      if (!isLeft) logger.warn('the right to hear Discord could not be renewed; the gateway is left');
      return gateway.leave();
    }
    await gateway.connect();
    if (isJoined) listener.onReconnect();
  }

  /** Does not wait for a connection, which may take longer than the seat lasts. */
  async function renew(): Promise<void> {
    await lease.hold();
    if (isLeft) await lease.release();
    follow().catch((error: unknown) =>
      logger.error({ err: error }, 'the gateway could not be joined or left'),
    );
  }

  /** Beside the renewal, which waits for the ledger. */
  async function watch(): Promise<void> {
    if (!lease.isOursFor(beatMs)) await follow();
  }

  await lease.hold();
  stops.push(every(beatMs, renew, logger), every(beatMs, watch, logger));
  await follow();
  return { isListening: () => !isJoined || side.isListening(), leave: leaveSeat };
}
