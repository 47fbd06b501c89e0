import type { PlatformName } from '../digest/edition.ts';
import type { DeliveryOptions } from './delivery-options.ts';
import { finishEditions } from './finish-editions.ts';
import type { Notices } from './notices.ts';
import type { Platform } from './platform.ts';
import { createPoster, type Poster } from './poster.ts';
import { createSkimGate, type SkimGate } from './skim-gate.ts';

/** One poster per connected workspace. */
export interface Posters {
  gate: SkimGate;
  /** Begins where a platform was connected since, and anew where it was connected anew. */
  sync(): void;
  kick(): void;
  all(): Iterable<Poster>;
  of(target: { platform: PlatformName; workspace: string }): Poster | undefined;
  stop(): Promise<void>;
}

export function createPosters(options: DeliveryOptions, notices: Notices): Posters {
  const posters = new Map<string, Poster>();
  const gate = createSkimGate();
  const finisher = finishEditions(options);

  function begin(key: string, platform: Platform): void {
    const known = posters.get(key);
    if (known?.platform === platform) return;
    // It keeps the right to post: who follows has the same name.
    if (known) void known.stop();
    const poster = createPoster(options, { platform, notices, gate, finisher });
    posters.set(key, poster);
    poster.turn();
  }

  return {
    gate,
    sync() {
      for (const platform of options.platforms()) begin(`${platform.name}:${platform.workspace}`, platform);
    },
    kick() {
      for (const poster of posters.values()) poster.kick();
    },
    all: () => posters.values(),
    of: ({ platform, workspace }) => posters.get(`${platform}:${workspace}`),
    async stop() {
      await Promise.all(
        [...posters.values()].map(async (poster) => {
          await poster.stop();
          await poster.release();
        }),
      );
      await finisher.stop();
    },
  };
}
