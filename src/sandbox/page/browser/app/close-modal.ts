import type { App } from './app.ts';

/** Closes a modal without submitting it; the bot is told if it asked for that. */
export async function closeModal(app: App, modal: string): Promise<void> {
  const { place, person } = app.state();
  await app.control.act(place.platform, 'dismiss', { person: person[place.platform], modal });
  await app.refresh(place.platform);
}
