import type { Logger } from 'pino';
import type { PlatformName } from '../digest/edition.ts';
import type { Button } from '../message/message.ts';
import { noticeMessage } from '../message/notice-message.ts';
import type { DeliveryStore, NewDelivery, UntoldCause } from './delivery-store.ts';
import { planMessage } from './plan-message.ts';
import type { Platform } from './platform.ts';

/** Tells the operator what a person must mend: once per cause, until it is mended. */
export interface Notices {
  /** @param about the channel that the cause is in; never told there */
  tell(cause: string, sentence: string, about?: { platform: PlatformName; channel: string }): Promise<void>;
  mended(cause: string): Promise<void>;
  /**
   * Tells what could not be told when it came up: the program was killed, or the operator's platform was away. Never
   * rejects.
   */
  catchUp(): Promise<void>;
  /**
   * Passes on what people say, once per id.
   * @param link where it is about; '' for nowhere
   * @returns false where there is no channel for it, or it is not connected
   */
  pass(id: string, lines: readonly string[], link: string): Promise<boolean>;
}

export function createNotices(options: {
  store: Pick<DeliveryStore, 'openCause' | 'closeCause' | 'untoldCauses' | 'tellCause' | 'add'>;
  operator: () => { platform: PlatformName; channel: string } | null;
  platforms: () => readonly Platform[];
  log: Logger;
  clock: () => number;
  /** Called when a notice waits to be posted. */
  added: () => void;
}): Notices {
  const { store, operator, platforms, log, clock, added } = options;

  function plan(chain: string, lines: readonly string[], links: readonly Button[]): NewDelivery[] | null {
    const to = operator();
    const platform = platforms().find((each) => each.name === to?.platform);
    if (!to || !platform) return null;
    const status: Button = { kind: 'press', label: 'Status', action: 'status' };
    const about = {
      ...{ platform: to.platform, workspace: platform.workspace, channel: to.channel },
      ...{ kind: 'notice' as const, chain, parent: null, edition: null, language: 'en' as const },
      ...{ stories: [], person: '' },
    };
    return planMessage(about, noticeMessage(lines, 'en', [...links, status]), platform.renderer);
  }

  async function catchUp(): Promise<void> {
    try {
      for (const each of await store.untoldCauses()) await tellOne(each);
    } catch (error) {
      log.error({ err: error }, 'What the operator is to be told could not be read; it is tried again.');
    }
  }

  async function tellOne({ cause, times, sentence }: UntoldCause): Promise<void> {
    try {
      const messages = plan(`notice:${cause}:${times}`, [sentence], []);
      if (messages === null) return;
      await store.tellCause({ cause, times }, messages, clock());
      added();
    } catch (error) {
      log.error({ err: error, cause }, 'The operator could not be told; it is tried again.');
    }
  }

  return {
    async tell(cause, sentence, about) {
      const to = operator();
      const isThere = about?.platform === to?.platform && about?.channel === to?.channel;
      if (!(await store.openCause(cause, clock(), { sentence, isTold: to === null || isThere }))) return;
      log.warn({ cause }, sentence);
      await catchUp();
    },

    async mended(cause) {
      await store.closeCause(cause);
    },

    catchUp,

    async pass(id, lines, link) {
      const links: Button[] = link === '' ? [] : [{ kind: 'link', label: 'Open the message', url: link }];
      const messages = plan(`notice:${id}`, lines, links);
      if (messages === null) return false;
      await store.add(messages, clock());
      added();
      return true;
    },
  };
}
