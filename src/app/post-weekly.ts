import type { Logger } from 'pino';
import type { RequestPost } from '../answers/stores.ts';
import type { View } from '../answers/view.ts';
import type { ChannelSettings } from '../config/settings.ts';
import { type Calendar, createCalendar } from '../delivery/calendar.ts';
import { targetKey } from '../delivery/channel-plan.ts';
import { deliveryId } from '../delivery/delivery-id.ts';
import { isSkipped } from '../delivery/due-slots.ts';
import type { PlatformName, Slot } from '../digest/edition.ts';
import { weeklyMessage } from '../message/weekly-message.ts';
import type { Store } from '../store/open-store.ts';
import { drawTopics } from './draw-topics.ts';
import { weeklyOfChannel } from './weekly-of-channel.ts';

/** A roll-up that could not be posted within a day of its hour is left out: the next one is near. */
const lateAtMostMs = 24 * 60 * 60 * 1000;

export interface WeeklyOptions {
  store: Pick<Store, 'editionsSince' | 'idsOf' | 'keepAnswer'>;
  requestPost: RequestPost;
  clock: () => number;
  logger: Logger;
}

/**
 * Posts each channel's weekly roll-up when it is due; call it at every tick. The request's id is made from channel and
 * date, so that it is posted once, whatever crashes and however many programs there are.
 */
export function createWeeklyPosts(options: WeeklyOptions) {
  const { store, requestPost, clock, logger } = options;
  const calendars = new Map<string, Calendar>();
  /** Requests that need no second look. */
  const done = new Set<string>();

  function dueSlot({ weekly, timezone, skip, paused }: ChannelSettings): Slot | null {
    if (weekly === null || paused) return null;
    const [hours, minutes] = weekly.time.split(':').map(Number);
    const pattern = `${minutes} ${hours} * * ${weekly.day}`;
    const key = `${pattern}|${timezone}`;
    const calendar = calendars.get(key) ?? createCalendar(pattern, timezone);
    calendars.set(key, calendar);
    const now = clock();
    const slot = calendar.last(now, 1)[0];
    if (slot === undefined || now - slot.dueAt > lateAtMostMs || isSkipped(slot.date, skip)) return null;
    return slot;
  }

  async function post(entry: ChannelSettings, workspace: string, slot: Slot): Promise<void> {
    const { platform, channel, language, soWhat, name } = entry;
    const target = { platform, workspace, channel };
    const id = deliveryId('weekly', targetKey(target), slot.date);
    if (done.has(id)) return;
    if ((await store.idsOf(id)).length === 0) {
      const weekly = await weeklyOfChannel(store, target, slot.date, slot.dueAt);
      if (weekly !== null) {
        const body: View = { kind: 'weekly', weekly };
        const kept = language === 'en' ? 'en' : 'ko';
        await store.keepAnswer({ id, language: kept, body, createdAt: clock() });
        await requestPost({
          ...{ id, kind: 'weekly', ...target, underDelivery: null, language, edition: null, person: '' },
          stories: weekly.stories.map(({ story }) => story.id),
          message: weeklyMessage(weekly, { language, soWhat, chart: await drawTopics(weekly, language) }),
        });
        logger.info({ channel: name, date: slot.date, stories: weekly.total }, 'a weekly roll-up is stored');
      }
    }
    done.add(id);
  }

  return async (
    channels: readonly ChannelSettings[],
    workspaces: ReadonlyMap<PlatformName, string>,
  ): Promise<void> => {
    for (const entry of channels) {
      const workspace = workspaces.get(entry.platform);
      const slot = dueSlot(entry);
      if (workspace === undefined || slot === null) continue;
      await post(entry, workspace, slot).catch((error: unknown) =>
        logger.error(
          { err: error, channel: entry.name },
          'a weekly roll-up could not be made; tried again soon',
        ),
      );
    }
  };
}
