import { phrase } from '../platform/phrases.ts';
import type { Act } from '../tree/act.ts';
import type { Spot } from '../view/page-state.ts';
import type { App } from './app.ts';
import { refusal } from './send-text.ts';

/** Where a control stands: in a message or in a modal. */
export function spotOf(element: HTMLElement): Spot {
  const message = element.closest<HTMLElement>('[data-message]');
  const modal = element.closest<HTMLElement>('[data-modal]');
  return {
    message: message?.dataset.message ?? null,
    channel: message?.dataset.channel ?? null,
    modal: modal?.dataset.modal ?? null,
  };
}

/** Sends the use of a button, select or menu; a failure is shown under the message, as the platform does. */
export async function press(
  app: App,
  act: { block: string; action: string },
  spot: Spot,
  values: string[],
): Promise<void> {
  const { place, person, language, notices } = app.state();
  const { platform } = place;
  const body = {
    person: person[platform],
    action: act.action,
    ...(act.block === '' ? {} : { block: act.block }),
    ...(values.length === 0 ? {} : { values }),
    ...(spot.modal === null ? { channel: spot.channel, message: spot.message } : { modal: spot.modal }),
  };
  const old = notices.filter((notice) => notice.message !== null && notice.message === spot.message);
  for (const notice of old) app.forget(notice.id);
  try {
    const outcome = await app.control.act(platform, 'press', body);
    await app.refresh(platform);
    if (outcome.error)
      fail(app, spot, phrase(platform === 'discord' ? 'interactionFailed' : 'slackTrouble', language));
  } catch (error) {
    fail(app, spot, refusal(error, language));
  }
}

/** Says under the message, or in the modal, that something failed. */
export function fail(app: App, spot: Spot, text: string): void {
  const { place, person, complaints } = app.state();
  if (spot.modal !== null) {
    app.change({ complaints: { ...complaints, [spot.modal]: { '': text } } });
    return;
  }
  const { platform, channel, thread } = place;
  app.notify({
    kind: 'error',
    platform,
    channel,
    thread,
    message: spot.message,
    person: person[platform],
    text,
  });
}

/** Presses at once, or asks first where the bot wants a confirmation. */
export function pressOrAsk(
  app: App,
  act: Extract<Act, { do: 'press' }>,
  event: Event,
  element: HTMLElement,
): void | Promise<void> {
  const values = valuesOf(act, event, element);
  const spot = spotOf(element);
  element.closest('details')?.removeAttribute('open');
  if (act.confirm === null) return press(app, act, spot, values);
  app.change({ asking: { confirmation: act.confirm, act, spot, values } });
}

export function confirmPress(app: App): void | Promise<void> {
  const { asking } = app.state();
  app.change({ asking: null });
  if (asking) return press(app, asking.act, asking.spot, asking.values);
}

/** A menu's line carries its own value, a select or field what it holds now, a button nothing. */
function valuesOf(act: Extract<Act, { do: 'press' }>, event: Event, element: HTMLElement): string[] {
  const value = event.type === 'change' ? (event.target as HTMLInputElement).value : act.value;
  const isButton = event.type === 'click' && !element.classList.contains('menu-item');
  return isButton || value === null || value === '' ? [] : [value];
}
