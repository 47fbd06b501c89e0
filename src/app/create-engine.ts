import type { Logger } from 'pino';
import type { ChannelPlan } from '../delivery/channel-plan.ts';
import { createDelivery, type Delivery } from '../delivery/delivery.ts';
import type { Checkpoint, DeliveryOptions } from '../delivery/delivery-options.ts';
import type { Platform } from '../delivery/platform.ts';
import type { Store } from '../store/open-store.ts';
import { type ComposeSources, composeForChannels } from './compose-for-channels.ts';
import type { Timing } from './timing.ts';

export interface EngineOptions {
  store: Store;
  library: ComposeSources['library'];
  platforms: readonly Platform[];
  channels: () => readonly ChannelPlan[];
  operator: DeliveryOptions['operator'];
  /** Writes what was posted into the archive. */
  archive: DeliveryOptions['onEditionsPosted'];
  onFlag: DeliveryOptions['onFlag'];
  isFlag: DeliveryOptions['isFlag'];
  logger: Logger;
  clock: () => number;
  timing: Timing;
  instance: string;
  checkpoint: (at: Checkpoint) => Promise<void> | void;
}

/** How long one look at the briefs folder serves the channels that are due together, ms. */
const freshMs = 5_000;

/** Delivery with everything it needs of the rest of the program. */
export function createEngine(options: EngineOptions): Delivery {
  const { store, library, clock, timing } = options;
  return createDelivery({
    store,
    platforms: () => options.platforms,
    channels: options.channels,
    operator: options.operator,
    compose: composeForChannels({ library, ledger: store, clock, freshMs }),
    onEditionsPosted: options.archive,
    onFlag: options.onFlag,
    isFlag: options.isFlag,
    log: options.logger,
    clock,
    timing: timing.delivery,
    alarms: {
      set(ms, ring) {
        const timer = setTimeout(ring, ms);
        return () => clearTimeout(timer);
      },
    },
    instance: options.instance,
    checkpoint: options.checkpoint,
  });
}
