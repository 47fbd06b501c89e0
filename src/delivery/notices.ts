import type { Logger } from 'pino';
import type { PlatformName } from '../digest/edition.ts';
import type { Button } from '../message/message.ts';
import { noticeMessage } from '../message/notice-message.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { planMessage } from './plan-message.ts';
import type { Platform } from './platform.ts';

/** Tells the operator what a person must mend: once per cause, until it is mended. */
export interface Notices {
  /** @param about the channel that the cause is in; never told there */
  tell(cause: string, sentence: string, about?: { platform: PlatformName; channel: string }): Promise<void>;
  mended(cause: string): Promise<void>;
  /**
   * Passes on what people say, once per id.
   * @param link where it is about; '' for nowhere
   * @returns false where there is no channel for it, or it is not connected
   */
  pass(id: string, lines: readonly string[], link: string): Promise<boolean>;
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

  function operatorsPlatform(): {
    to: { platform: PlatformName; channel: string };
    platform: Platform;
  } | null {
    const to = operator();
    const platform = platforms().find((each) => each.name === to?.platform);
    return to && platform ? { to, platform } : null;
  }

  async function post(chain: string, lines: readonly string[], links: readonly Button[]): Promise<boolean> {
    const place = operatorsPlatform();
    if (place === null) return false;
    const { to, platform } = place;
    const status: Button = { kind: 'press', label: 'Status', action: 'status' };
    const deliveries = planMessage(
      {
        platform: to.platform,
        workspace: platform.workspace,
        channel: to.channel,
        kind: 'notice',
        chain,
        parent: null,
        edition: null,
        language: 'en',
        stories: [],
        person: '',
      },
      noticeMessage(lines, 'en', [...links, status]),
      platform.renderer,
    );
    await store.add(deliveries, clock());
    added();
    return true;
  }

  return {
    async tell(cause, sentence, about) {
      const times = await store.openCause(cause, clock());
      if (times === null) return;
      log.warn({ cause }, sentence);
      const to = operator();
      if (about?.platform === to?.platform && about?.channel === to?.channel) return;
      await post(`notice:${cause}:${times}`, [sentence], []);
    },

    async mended(cause) {
      await store.closeCause(cause);
    },

    pass: (id, lines, link) =>
      post(
        `notice:${id}`,
        lines,
        link === '' ? [] : [{ kind: 'link', label: 'Open the message', url: link }],
      ),
  };
}
