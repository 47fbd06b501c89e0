import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Answerer } from '../answers/answerer.ts';
import { channelAt } from '../answers/channel-at.ts';
import { createAnswerer } from '../answers/create-answerer.ts';
import type { Spot } from '../answers/hearing.ts';
import type { ChannelDesk } from '../answers/manage/channel-desk.ts';
import type { ReachOf } from '../answers/reach.ts';
import type { LookedAt } from '../answers/reader-store.ts';
import type { AnswerSources } from '../answers/sources.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { deliveryId } from '../delivery/delivery-id.ts';
import type { PlatformName } from '../digest/edition.ts';
import type { Editor } from '../editing/create-editor.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/open-store.ts';
import { editInChat } from './edit-in-chat.ts';
import { explainBrief } from './explain-brief.ts';
import type { LiveSettings } from './live-settings.ts';
import { manageChannels } from './manage-channels.ts';
import { soWhatBeyond } from './so-what-beyond.ts';
import { weeklyOfChannel, weekMs } from './weekly-of-channel.ts';

/** The answerer, with everything it takes of the running program. */
export function openAnswerer(program: {
  live: LiveSettings;
  library: Library;
  store: Store;
  delivery: Delivery;
  editor: Editor;
  sources: AnswerSources;
  /** How far the briefs go that are there now. */
  numbered: () => Promise<Omit<LookedAt, 'at'>>;
  reach: ReachOf;
  /** Null while the platform is not connected. */
  deskOf: (platform: PlatformName) => ChannelDesk | null;
  logger: Logger;
  clock: () => number;
}): Answerer {
  const { live, store, delivery, clock } = program;
  const settings = () => live.now().settings;
  const entryAt = (spot: Spot) =>
    settings().channels.find(
      ({ platform, channel }) => platform === spot.platform && channel === channelAt(spot),
    );
  const zoneAt = (spot?: Spot) =>
    (spot && entryAt(spot)?.timezone) ?? settings().channels[0]?.timezone ?? 'UTC';

  return createAnswerer({
    sources: program.sources,
    store,
    readers: store.readers,
    reach: program.reach,
    lookedAt: async () => ({ ...(await program.numbered()), at: clock() }),
    requestPost: delivery.request,
    revise: delivery.revise,
    clock,
    rulesAt: (spot) => entryAt(spot) ?? null,
    otherChannels: (spot) =>
      settings()
        .channels.filter(({ platform, channel }) => platform === spot.platform && channel !== spot.channel)
        .map(({ channel }) => channel),
    flagsAt: (spot) => entryAt(spot)?.reactions ?? true,
    flags: () => settings().reactions,
    standings: () => delivery.standings(),
    why: async (brief, spot) => {
      const entry = entryAt(spot);
      return entry === undefined ? null : explainBrief(brief, entry, clock(), program);
    },
    weekly: (spot) =>
      weeklyOfChannel(
        store,
        { ...spot, channel: channelAt(spot) },
        { since: clock() - weekMs, until: clock() },
        zoneAt(spot),
      ),
    manage: manageChannels(program),
    ...editInChat({ ...program, settings }),
    soWhatBeyond: (platform) => soWhatBeyond(settings(), platform),
    zone: zoneAt(),
    makeId: deliveryId,
    random: randomUUID,
  });
}
