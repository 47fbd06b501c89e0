import type { Spot } from '../view/page-state.ts';
import type { App } from './app.ts';
import { hashOfPlace } from './place-of-hash.ts';

/** Puts the address of the message's channel, or of the open thread it is in, on the clipboard. */
export async function copyLink(app: App, spot: Spot): Promise<void> {
  const { place } = app.state();
  app.change({ actionsFor: null });
  const thread = place.thread ?? spot.message;
  await navigator.clipboard.writeText(`${location.origin}/${hashOfPlace({ ...place, thread })}`);
  app.toast('copied');
}
