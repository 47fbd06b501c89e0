import { phrase } from '../platform/phrases.ts';
import type { App } from './app.ts';
import { fail, spotOf } from './press.ts';
import { refusal } from './send-text.ts';

/** Picks an entry of an app's from the menu of a message. What the bot shows for it comes with the world. */
export async function chooseEntry(app: App, element: HTMLElement, entry: string): Promise<void> {
  const spot = spotOf(element);
  const list = element.closest<HTMLElement>('[data-scroll]');
  const { place, person, language } = app.state();
  const { platform } = place;
  app.change({ actionsFor: null, pickerFor: null });
  try {
    const body = { person: person[platform], channel: spot.channel, message: spot.message, entry };
    const outcome = await app.control.act(platform, 'menu', body);
    await app.refresh(platform);
    // A private answer stands at the end, however far up the message is.
    if (platform === 'discord' && list) requestAnimationFrame(() => list.scrollTo(0, list.scrollHeight));
    if (outcome.error)
      fail(app, spot, phrase(platform === 'discord' ? 'didNotRespond' : 'slackTrouble', language));
  } catch (error) {
    fail(app, spot, refusal(error, language));
  }
}
