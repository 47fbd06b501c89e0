import type { Logger } from 'pino';
import type { Spot } from '../answers/hearing.ts';
import type { ChannelDesk } from '../answers/manage/channel-desk.ts';
import type { ManageOptions } from '../answers/manage/manage-options.ts';
import { entryName } from '../config/entry-name.ts';
import type { ChannelSettings } from '../config/settings.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Edition, PlatformName } from '../digest/edition.ts';
import { discordLimits } from '../discord/limits.ts';
import type { Library } from '../library/library.ts';
import { slackLimits } from '../slack/limits.ts';
import type { Store } from '../store/open-store.ts';
import { composeNow } from './compose-now.ts';
import type { LiveSettings } from './live-settings.ts';

const forms: Readonly<Record<PlatformName, boolean>> = {
  slack: slackLimits.forms,
  discord: discordLimits.forms,
};

/** What looking after channels in the chat takes of the running program. */
export function manageChannels(program: {
  live: LiveSettings;
  /** Null while the platform is not connected. */
  deskOf: (platform: PlatformName) => ChannelDesk | null;
  delivery: Pick<Delivery, 'post' | 'standings'>;
  library: Library;
  store: Store;
  logger: Logger;
  clock: () => number;
}): ManageOptions {
  const { live, delivery, store, logger, clock } = program;
  const channels = () => live.now().settings.channels;
  const named = (name: string) => channels().find((entry) => entry.name === name);
  const deskOf = ({ platform }: Spot): ChannelDesk => {
    const desk = program.deskOf(platform);
    if (desk === null) throw new Error(`${platform} is not connected`);
    return desk;
  };

  async function compose(entry: ChannelSettings | undefined): Promise<Edition | null> {
    const composed = entry && (await composeNow(entry, clock(), program));
    return composed?.composition.edition ?? null;
  }

  return {
    overrides: store,
    desk: {
      facts: (spot) => deskOf(spot).facts(spot),
      join: (spot) => deskOf(spot).join(spot),
      mayManage: (spot, speaker) => deskOf(spot).mayManage(spot, speaker),
    },
    managers: () => live.now().settings.managers,
    channelAt({ platform, channel }) {
      const entry = channels().find((each) => each.platform === platform && each.channel === channel);
      if (entry === undefined) return null;
      const { name, language, schedule, timezone, topics } = entry;
      const isInFile = live
        .fromFile()
        .channels.some((each) => each.platform === platform && each.channel === channel);
      return { name, language, schedule, timezone, topics, isInFile };
    },
    async changed({ spot, by, entries, undoes }) {
      const keys = entries.map(({ key }) => key);
      const { platform, channel } = spot;
      logger.info(
        { platform, channel, by: by.name, person: by.id, keys },
        undoes === null ? 'settings were changed in the chat' : 'a change of settings was undone in the chat',
      );
      await live.refresh();
    },
    async refresh() {
      await live.refresh();
    },
    nameFor(name, { platform, channel }) {
      const others = channels().filter((each) => each.platform !== platform || each.channel !== channel);
      return entryName(
        name,
        platform,
        others.map((entry) => entry.name),
      );
    },
    standing: async (name) => (await delivery.standings()).find((each) => each.name === name) ?? null,
    preview: (name) => compose(named(name)),
    async postNow(name) {
      const { edition } = await delivery.post(name, 'manual', clock());
      const posted = edition === null ? null : await store.edition(edition);
      return posted === null ? 0 : posted.highlights.length + posted.headlines.length + posted.rest.length;
    },
    zone: () => channels()[0]?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    takesForm: (platform) => forms[platform],
  };
}
