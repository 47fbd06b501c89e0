import { emojiName } from '../platform/emoji.ts';
import type { Spot } from '../view/page-state.ts';
import type { App } from './app.ts';

/** Adds or takes back the acting person's reaction. Slack is told the emoji's name, Discord the character. */
export async function react(app: App, spot: Spot, emoji: string, isOn: boolean): Promise<void> {
  const { place, person } = app.state();
  const { platform } = place;
  const name = platform === 'slack' ? (emojiName(emoji) ?? emoji) : emoji;
  const body = { person: person[platform], channel: spot.channel, message: spot.message, emoji: name };
  app.change({ actionsFor: null, pickerFor: null });
  try {
    await app.control.act(platform, isOn ? 'react' : 'unreact', body);
    await app.refresh(platform);
  } catch (error) {
    app.toast('requestFailed', error instanceof Error ? error.message : String(error));
  }
}
