import type { Json } from '../json.ts';
import type { FormFault } from './form-fault.ts';

const linkStyle = 5;
const premiumStyle = 6;

/** A button presses (custom_id), links (url) or sells (sku_id): exactly what its style says, and it shows something. */
export function buttonFaults(button: Json, path: (string | number)[]): FormFault[] {
  const faults: FormFault[] = [];
  const need = (key: string) => {
    if (isAbsent(button[key])) {
      faults.push({ path: [...path, key], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
    }
  };
  const forbid = (key: string, code: string, message: string) => {
    if (!isAbsent(button[key])) faults.push({ path: [...path, key], code, message });
  };
  if (button.style === linkStyle) {
    need('url');
    forbid('custom_id', 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL', 'A custom id and url cannot both be specified');
    faults.push(...linkFaults(button.url, [...path, 'url']));
  } else if (button.style === premiumStyle) {
    need('sku_id');
    return faults;
  } else {
    need('custom_id');
    forbid('url', 'BUTTON_COMPONENT_INVALID_URL', 'Only a link button may have a url');
  }
  if (isAbsent(button.label) && isAbsent(button.emoji)) {
    const message = 'A button needs a label or an emoji';
    faults.push({ path, code: 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', message });
  }
  return faults;
}

function linkFaults(url: unknown, path: (string | number)[]): FormFault[] {
  if (typeof url !== 'string' || /^(https?|discord):\/\//i.test(url)) return [];
  const message = "Scheme must be one of ('discord', 'http', 'https').";
  return [{ path, code: 'URL_TYPE_INVALID_SCHEME', message }];
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
