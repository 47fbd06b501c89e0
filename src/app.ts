import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { flagLanguage } from './answers/flag-language.ts';
import { answerSources } from './app/answer-sources.ts';
import { channelPlans } from './app/channel-plans.ts';
import { createEngine } from './app/create-engine.ts';
import { editorOf } from './app/editor-of.ts';
import type { FillIn } from './app/fill-in-briefs.ts';
import { keepArchive } from './app/keep-archive.ts';
import { keepConnected } from './app/keep-connected.ts';
import { keepEdits } from './app/keep-edits.ts';
import { openLiveSettings } from './app/live-settings.ts';
import { numberBriefs } from './app/number-briefs.ts';
import { openAnswerer } from './app/open-answerer.ts';
import { openDiscordSide, openSlackSide } from './app/open-sides.ts';
import { discordSide, slackSide } from './app/sides.ts';
import { soWhatBeyond } from './app/so-what-beyond.ts';
import { takeTurns } from './app/take-turns.ts';
import type { Timing } from './app/timing.ts';
import { tryChannels } from './app/try-channels.ts';
import { warnOfTokens } from './app/warn-of-tokens.ts';
import type { Environment } from './config/environment.ts';
import type { Settings } from './config/settings.ts';
import type { SettingsFile } from './config/watch-settings.ts';
import type { Delivery } from './delivery/delivery.ts';
import { deliveryId } from './delivery/delivery-id.ts';
import type { Checkpoint } from './delivery/delivery-options.ts';
import type { Platform } from './delivery/platform.ts';
import type { PlatformName } from './digest/edition.ts';
import type { DiscordSide } from './discord/open-discord.ts';
import { createFollows } from './follows/create-follows.ts';
import type { Library } from './library/library.ts';
import type { SlackSide } from './slack/open-slack.ts';
import type { Store } from './store/open-store.ts';

export interface AppOptions {
  settingsFile: SettingsFile;
  /** Path of the settings file, for messages. */
  settingsPath: string;
  settings: Settings;
  environment: Pick<Environment, 'slack' | 'discord'>;
  library: Library;
  store: Store;
  /** Where the archive of editions is written. */
  archiveDir: string;
  /** Posts a first edition at once (a trial run), instead of waiting for the next slot. */
  postAtStart: boolean;
  logger: Logger;
  clock: () => number;
  timing: Timing;
  checkpoint: (at: Checkpoint) => Promise<void> | void;
  /** Fills in what briefs lack; nothing does when left out. */
  fillIn?: FillIn;
  /** A connection that only a person can mend: called with a sentence that says what to do; the program should end. */
  onFatal: (sentence: string) => void;
}

export interface App {
  delivery: Delivery;
  /** Every connection is up. */
  isReady(): boolean;
  /** Takes nothing new, finishes what is in flight, and closes everything it opened (not the library or the store). */
  stop(): Promise<void>;
}

/**
 * Puts the program together and runs it.
 * Where a platform cannot be had, it is tried again, and the other one works. Where every
 * platform refuses, `onFatal` is called with one sentence for the owner.
 */
export async function startApp(options: AppOptions): Promise<App> {
  const { library, store, logger, clock, timing } = options;

  /** Those that could be connected so far. */
  const platforms: Platform[] = [];
  const sides: { slack: SlackSide | null; discord: DiscordSide | null } = { slack: null, discord: null };
  const workspaces = new Map<PlatformName, string>();
  const live = await openLiveSettings({
    file: options.settingsFile,
    path: options.settingsPath,
    settings: options.settings,
    store,
    workspaces,
    logger,
  });
  const settings = () => live.now().settings;
  warnOfTokens(settings(), options.environment, logger);

  const instance = randomUUID();
  const archive = keepArchive({ store, archiveDir: options.archiveDir, feeds: () => settings().feeds });
  const delivery = createEngine({
    ...options,
    platforms,
    channels: () => channelPlans(live.now(), workspaces),
    operator: () => settings().operator,
    archive,
    onFlag: (flag) => answerer.flag({ spot: flag, messageId: flag.messageId, emoji: flag.emoji }),
    isFlag: (emoji) => flagLanguage(emoji, settings().reactions) !== null,
    instance,
  });

  const editor = editorOf({ store, library, settings, clock });
  const edits = keepEdits({
    store,
    editor,
    archive,
    look: () => library.look(),
    logger,
    clock,
  });

  const reach = (platform: PlatformName) => sides[platform]?.reach ?? null;
  const sources = answerSources(library, clock);
  const numbered = () => numberBriefs(library, store);
  const answerer = openAnswerer({
    ...options,
    live,
    delivery,
    editor,
    sources,
    numbered,
    reach,
    deskOf: (platform) => sides[platform]?.desk ?? null,
  });
  const follows = createFollows({
    soWhatBeyond: (platform) => soWhatBeyond(settings(), platform),
    store: store.follows,
    readers: store.readers,
    answers: store,
    sources,
    reach,
    requestPost: delivery.request,
    async lookAtFolder() {
      // The number before the folder is read again: every brief up to it has been looked at then.
      const looked = await numbered();
      await library.look();
      return looked;
    },
    workspaces: () =>
      platforms.map(({ name, workspace }) => ({ platform: name, workspace, zone: zoneOf(settings(), name) })),
    clock,
    makeId: deliveryId,
    onTrouble: (error) => logger.error({ err: error }, 'a direct message could not be asked for'),
    checkpoint: options.checkpoint,
  });
  library.onScan(({ added }) => {
    if (added > 0) follows.arrived();
  });
  const isNewEvent = (id: string) => store.noteEvent(id);
  const sweep = (platform: PlatformName) => {
    delivery
      .sweepFlags(platform)
      .catch((error: unknown) => logger.warn({ err: error, platform }, 'reactions could not be read back'));
  };

  const { slack, discord } = options.environment;
  const listenerOf = (platform: PlatformName) => ({
    answerer: {
      ...answerer,
      async flag(seen: Parameters<typeof answerer.flag>[0]) {
        try {
          await answerer.flag(seen);
        } catch (error) {
          // The platform will not say it again.
          sweep(platform);
          throw error;
        }
      },
    },
    isNewEvent,
    onReconnect: () => sweep(platform),
    named: () => ({
      channels: settings()
        .channels.filter((entry) => entry.platform === 'discord')
        .map(({ channel }) => channel),
      servers: settings().servers,
    }),
  });
  const connections = await keepConnected({
    open: {
      ...(slack && {
        slack: async () => {
          sides.slack = await openSlackSide(slack, options);
          return slackSide(sides.slack, listenerOf('slack'));
        },
      }),
      ...(discord && {
        discord: async () => {
          sides.discord = await openDiscordSide(discord, options);
          return discordSide(sides.discord, { ...options, instance, listener: listenerOf('discord') });
        },
      }),
    },
    async onOpen(platform) {
      if (!platforms.includes(platform)) platforms.push(platform);
      workspaces.set(platform.name, platform.workspace);
      await live.refresh();
      delivery.start();
      void tryChannels(settings().channels, [platform], { clock, logger });
    },
    onHeard: ({ name }) => sweep(name),
    onFatal: options.onFatal,
    notify: delivery.notify,
    mended: delivery.mended,
    firstWaitMs: timing.discordFirstWaitMs,
    maxWaitMs: timing.discordMaxWaitMs,
    logger,
  });

  const turns = takeTurns({ ...options, live, platforms, workspaces, delivery, edits, follows, archive });
  if (options.postAtStart) {
    for (const { name, platform } of settings().channels)
      if (workspaces.has(platform)) await delivery.post(name, 'start', clock());
  }
  await turns.tick();

  return {
    delivery,
    isReady: connections.isReady,
    async stop() {
      turns.stop();
      await Promise.all([options.fillIn?.stop(), delivery.stop(), connections.stop()]);
    },
  };
}

/** Where the day of a platform's people is counted: as in its first channel. */
function zoneOf(settings: Settings, name: PlatformName): string {
  const first = settings.channels.find(({ platform }) => platform === name) ?? settings.channels[0];
  return first?.timezone ?? 'UTC';
}
