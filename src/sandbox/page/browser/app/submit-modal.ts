import { phrase } from '../platform/phrases.ts';
import { asRecord, asText } from '../platform/read-json.ts';
import type { App } from './app.ts';
import { readValues } from './read-values.ts';
import { refusal } from './send-text.ts';

/** Submits a modal: the bot's complaints are shown at their fields, anything else that fails below them. */
export async function submitModal(app: App, modal: string, form: HTMLElement): Promise<void> {
  const { place, person, language } = app.state();
  function complain(errors: Record<string, string>): void {
    app.change({ complaints: { ...app.state().complaints, [modal]: errors } });
  }
  try {
    const body = { person: person[place.platform], modal, values: readValues(form) };
    const outcome = await app.control.act(place.platform, 'submit', body);
    const response = asRecord(outcome.response);
    if (response.response_action === 'errors') {
      const errors = Object.entries(asRecord(response.errors)).map(([block, text]) => [block, asText(text)]);
      complain(Object.fromEntries(errors));
    } else if (outcome.error) {
      complain({ '': phrase(place.platform === 'discord' ? 'interactionFailed' : 'slackTrouble', language) });
    } else complain({});
    await app.refresh(place.platform);
  } catch (error) {
    complain({ '': refusal(error, language) });
  }
}
