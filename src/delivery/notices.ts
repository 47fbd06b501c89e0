import type { Logger } from 'pino';
import type { PlatformName } from '../digest/edition.ts';
import { noticeMessage } from '../message/notice-message.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { planMessage } from './plan-message.ts';
import type { Platform } from './platform.ts';

/** Tells the operator what a person must mend: once per cause, until it is mended. */
export interface Notices {
  /** @param about the channel that the cause is in; never told there */
  tell(cause: string, sentence: string, about?: { platform: PlatformName; channel: string }): Promise<void>;
  mended(cause: string): Promise<void>;
}

export function createNotices(options: {
  store: Pick<DeliveryStore, 'openCause' | 'closeCause' | 'add'>;
  operator: () => { platform: PlatformName; channel: string } | null;
  platforms: () => readonly Platform[];
  log: Logger;
  clock: () => number;
  /** Called when a notice waits to be posted. */
  added: () => void;
}): Notices {
  const { store, operator, platforms, log, clock, added } = options;

  return {
    async tell(cause, sentence, about) {
      const times = await store.openCause(cause, clock());
      if (times === null) return;
      log.warn({ cause }, sentence);
      const to = operator();
      const platform = platforms().find((each) => each.name === to?.platform);
      if (!to || !platform || (about?.platform === to.platform && about.channel === to.channel)) return;
      const deliveries = planMessage(
        {
          platform: to.platform,
          workspace: platform.workspace,
          channel: to.channel,
          kind: 'notice',
          chain: `notice:${cause}:${times}`,
          parent: null,
          edition: null,
          language: 'en',
          stories: [],
          person: '',
        },
        noticeMessage([sentence], 'en', [{ kind: 'press', label: 'Status', action: 'status' }]),
        platform.renderer,
      );
      await store.add(deliveries, clock());
      added();
    },

    async mended(cause) {
      await store.closeCause(cause);
    },
  };
}
