import type { PlatformName } from '../../../world.ts';
import type { App } from './app.ts';

/** Changes come in bursts; a burst is one look. */
const GATHER_MS = 60;

/** Keeps both worlds fresh: at the start, at each change the sandbox tells of, and after a lost connection. */
export function listenToChanges(app: App): void {
  const waiting = new Set<PlatformName>();
  let isFetching = false;

  async function fetchWaiting(): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    while (waiting.size > 0) {
      const platforms = [...waiting];
      waiting.clear();
      await Promise.all(platforms.map((platform) => app.refresh(platform).catch(() => undefined)));
      await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
    }
    isFetching = false;
  }

  function look(...platforms: PlatformName[]): void {
    for (const platform of platforms) waiting.add(platform);
    void fetchWaiting();
  }

  const events = new EventSource('/control/events');
  events.addEventListener('open', () => {
    if (app.state().isOffline) app.change({ isOffline: false });
    look('slack', 'discord');
  });
  events.addEventListener('error', () => app.change({ isOffline: true }));
  events.addEventListener('change', (event) => {
    const { platform } = JSON.parse(event.data as string) as { platform: PlatformName };
    look(platform);
  });
}
