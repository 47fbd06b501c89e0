import type { Logger } from 'pino';
import type { RequestPost } from '../answers/stores.ts';
import type { View } from '../answers/view.ts';
import type { ChannelSettings } from '../config/settings.ts';
import { type Calendar, createCalendar } from '../delivery/calendar.ts';
import { type Target, targetKey } from '../delivery/channel-plan.ts';
import { deliveryId } from '../delivery/delivery-id.ts';
import { isSkipped } from '../delivery/due-slots.ts';
import type { PlatformName } from '../digest/edition.ts';
import type { Weekly } from '../digest/weekly.ts';
import { weeklyMessage } from '../message/weekly-message.ts';
import type { Store } from '../store/open-store.ts';
import { drawTopics } from './draw-topics.ts';
import { weeklyOfChannel, weekMs } from './weekly-of-channel.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A roll-up that could not be posted within a day of its hour is left out: the next one is near. */
const lateAtMostMs = dayMs;
/** A roll-up whose day was moved does not follow the last one so soon. */
const apartMs = 4 * dayMs;

export interface WeeklyOptions {
  store: Pick<Store, 'editionsSince' | 'idsOf' | 'keepAnswer' | 'value' | 'setValue'>;
  requestPost: RequestPost;
  clock: () => number;
  logger: Logger;
}

/** What is remembered of a channel's roll-ups. Instants are epoch ms. */
interface WeeklyState {
  schedule: string;
  /** Since when this schedule is in force: what was due before is not owed. */
  since: number;
  /** Hour of the last roll-up; null before the first. */
  last: number | null;
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
  /** Channels and schedules whose beginning is noted in the ledger. */
  const begun = new Set<string>();

  async function stateOf(target: string, schedule: string): Promise<WeeklyState> {
    const kept = await store.value(`weekly:${target}`);
    const state = kept === null ? null : (JSON.parse(kept) as WeeklyState);
    if (state?.schedule === schedule) return state;
    const fresh = { schedule, since: clock(), last: state?.last ?? null };
    await store.setValue(`weekly:${target}`, JSON.stringify(fresh));
    return fresh;
  }

  function calendarOf(schedule: string): Calendar {
    const [pattern = '', zone = ''] = schedule.split('|');
    const calendar = calendars.get(schedule) ?? createCalendar(pattern, zone);
    calendars.set(schedule, calendar);
    return calendar;
  }

  async function chartOf(weekly: Weekly, { language, name }: ChannelSettings): Promise<string | null> {
    try {
      return await drawTopics(weekly, language);
    } catch (error) {
      logger.warn(
        { err: error, channel: name },
        'the chart could not be drawn; the roll-up is told in words',
      );
      return null;
    }
  }

  async function request(entry: ChannelSettings, target: Target, id: string, weekly: Weekly): Promise<void> {
    const { language, soWhat, name, timezone: zone } = entry;
    const body: View = { kind: 'weekly', weekly };
    await store.keepAnswer({ id, language: language === 'en' ? 'en' : 'ko', body, createdAt: clock() });
    await requestPost({
      id,
      kind: 'weekly',
      ...target,
      underDelivery: null,
      language,
      edition: null,
      stories: weekly.stories.map(({ story }) => story.id),
      message: weeklyMessage(weekly, { language, soWhat, zone, chart: await chartOf(weekly, entry) }),
      person: '',
    });
    logger.info({ channel: name, stories: weekly.total }, 'a weekly roll-up is stored');
  }

  async function postDue(entry: ChannelSettings, workspace: string): Promise<void> {
    const { weekly: when, timezone, skip, paused, platform, channel } = entry;
    if (when === null || paused) return;
    const [hours, minutes] = when.time.split(':').map(Number);
    const schedule = `${minutes} ${hours} * * ${when.day}|${timezone}`;
    const target = { platform, workspace, channel };
    const key = targetKey(target);
    const now = clock();
    const [slot, earlier] = calendarOf(schedule).last(now, 2);
    const id = slot && deliveryId('weekly', key, slot.date);
    if (!slot || !earlier || !id || done.has(id)) return;
    const isLate = now - slot.dueAt > lateAtMostMs;
    if (isLate && begun.has(`${key} ${schedule}`)) return;
    const state = await stateOf(key, schedule);
    begun.add(`${key} ${schedule}`);
    const tooSoon = state.last !== null && state.last !== slot.dueAt && slot.dueAt - state.last < apartMs;
    if (isLate || slot.dueAt <= state.since || isSkipped(slot.date, skip) || tooSoon) return;
    if ((await store.idsOf(id)).length === 0) {
      const week = {
        since: Math.max(state.last ?? earlier.dueAt, slot.dueAt - 2 * weekMs),
        until: slot.dueAt,
      };
      const weekly = await weeklyOfChannel(store, target, week, timezone);
      if (weekly !== null) await request(entry, target, id, weekly);
    }
    await store.setValue(`weekly:${key}`, JSON.stringify({ ...state, last: slot.dueAt }));
    done.add(id);
  }

  return async (
    channels: readonly ChannelSettings[],
    workspaces: ReadonlyMap<PlatformName, string>,
  ): Promise<void> => {
    for (const entry of channels) {
      const workspace = workspaces.get(entry.platform);
      if (workspace === undefined) continue;
      await postDue(entry, workspace).catch((error: unknown) =>
        logger.error(
          { err: error, channel: entry.name },
          'a weekly roll-up could not be made; tried again soon',
        ),
      );
    }
  };
}
