import type { PlatformName, World } from '../../../world.ts';

/** How an act went: see CONTROL.md. */
export interface Outcome {
  acknowledged?: boolean;
  error?: string | null;
  response?: unknown;
  choices?: { name: string; value: unknown }[];
}

/** The sandbox's control interface, as far as a person at the page needs it. */
export interface Control {
  world(platform: PlatformName): Promise<World>;
  /** Rejects with the sandbox's own sentence when the order makes no sense. */
  act(platform: PlatformName, name: string, body: Record<string, unknown>): Promise<Outcome>;
  remove(platform: PlatformName, channel: string, message: string): Promise<void>;
}

/** @param origin of the sandbox, `http://127.0.0.1:PORT` */
export function createControl(origin: string): Control {
  async function request(path: string, init?: RequestInit): Promise<unknown> {
    const response = await fetch(`${origin}/control/${path}`, init);
    const body = (await response.json().catch(() => ({}))) as { error?: string };
    if (!response.ok) throw new Error(body.error ?? `HTTP ${response.status}`);
    return body;
  }
  return {
    world: async (platform) => (await request(platform)) as World,
    act: async (platform, name, body) => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      };
      return (await request(`${platform}/act/${name}`, init)) as Outcome;
    },
    remove: async (platform, channel, message) => {
      const path = `${platform}/messages/${encodeURIComponent(channel)}/${encodeURIComponent(message)}`;
      await request(path, { method: 'DELETE' });
    },
  };
}
