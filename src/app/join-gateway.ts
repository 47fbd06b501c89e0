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
  const gateway: Gateway = superviseGateway({
    ...{ side, listener, logger, clock, onFatal: options.onFatal },
    patienceMs: timing.discordResumeMs,
    firstWaitMs: timing.discordFirstWaitMs,
    maxWaitMs: timing.discordMaxWaitMs,
  });
  if (store.engine === 'sqlite') {
    await gateway.connect();
    return { isListening: side.isListening, leave: gateway.leave };
  }
  const { leaseMs } = timing.delivery;
  const lease = createLease({
    ...{ store, name: `gateway:${side.application}`, owner: instance, clock, ms: leaseMs },
  });
  let joined = false;
  async function holdOrLeave(): Promise<void> {
    const ours = await lease.hold();
    if (ours === joined) return;
    joined = ours;
    if (!ours) return gateway.leave();
    await gateway.connect();
    listener.onReconnect();
  }
  await holdOrLeave();
  const stopHolding = every(Math.max(50, Math.floor(leaseMs / 3)), holdOrLeave, logger);
  return {
    isListening: () => !joined || side.isListening(),
    async leave() {
      stopHolding();
      await gateway.leave();
      await lease.release();
    },
  };
}
