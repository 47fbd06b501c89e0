import { isJson, type Json, objectsOf } from '../json.ts';
import { buttonFaults } from './button-faults.ts';
import type { FormFault } from './form-fault.ts';
import { selectFaults } from './select-faults.ts';
import { flattenComponents, maxV2Characters, textOfComponents } from './text-budget.ts';

const maxComponents = 40;
const maxRows = 5;
const selectTypes = [3, 5, 6, 7, 8];
const mediaFields = ['media', 'file'];

/**
 * What Discord's document does not say about a message's components. `v2`: whether the message carries the
 * Components V2 flag; `files`: names of the files sent along, null when nothing is known of them.
 * @see https://docs.discord.com/developers/components/reference
 */
export function componentFaults(
  components: unknown,
  v2: boolean,
  files: readonly string[] | null,
): FormFault[] {
  const top = objectsOf(components);
  const all = flattenComponents(components);
  const faults = top.flatMap((component, i) => nestedFaults(component, ['components', i], files));
  const path = ['components'];
  if (!v2) {
    for (const [i, component] of top.entries()) {
      if (component.type === 1) continue;
      const message = 'Value of field "type" must be one of (1,).';
      faults.push({ path: ['components', i], code: 'UNION_TYPE_CHOICES', message });
    }
    if (top.length > maxRows)
      faults.push({ path, code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 5 in length.' });
  }
  if (all.length > maxComponents) {
    const message = `The total number of components is ${all.length}, more than ${maxComponents}.`;
    faults.push({ path, code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  const { characters } = textOfComponents(components);
  if (characters > maxV2Characters) {
    const message = `The text of all text displays has ${characters} characters, more than ${maxV2Characters}.`;
    faults.push({ path, code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return [...faults, ...repeated(all)];
}

function nestedFaults(
  component: Json,
  path: (string | number)[],
  files: readonly string[] | null,
): FormFault[] {
  const faults: FormFault[] = [];
  if (component.type === 1) faults.push(...rowFaults(component, path));
  if (component.type === 2) faults.push(...buttonFaults(component, path));
  if (selectTypes.includes(Number(component.type))) faults.push(...selectFaults(component, path));
  if (isJson(component.accessory))
    faults.push(...nestedFaults(component.accessory, [...path, 'accessory'], files));
  for (const [i, child] of objectsOf(component.components).entries()) {
    faults.push(...nestedFaults(child, [...path, 'components', i], files));
  }
  for (const key of mediaFields) faults.push(...mediaFaults(component[key], [...path, key], files));
  for (const [i, item] of objectsOf(component.items).entries()) {
    faults.push(...mediaFaults(item.media, [...path, 'items', i, 'media'], files));
  }
  return faults;
}

/** A row holds up to five buttons, or one select. */
function rowFaults(row: Json, path: (string | number)[]): FormFault[] {
  const selects = objectsOf(row.components).filter((child) => selectTypes.includes(Number(child.type)));
  if (selects.length === 0 || objectsOf(row.components).length === 1) return [];
  const message = 'A select must be alone in its row.';
  return [{ path: [...path, 'components'], code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message }];
}

function mediaFaults(
  media: unknown,
  path: (string | number)[],
  files: readonly string[] | null,
): FormFault[] {
  if (!isJson(media) || typeof media.url !== 'string') return [];
  const at = [...path, 'url'];
  const [, scheme = ''] = /^([a-z]+):\/\//i.exec(media.url) ?? [];
  if (!['http', 'https', 'attachment'].includes(scheme.toLowerCase())) {
    const message = "Scheme must be one of ('http', 'https', 'attachment').";
    return [{ path: at, code: 'URL_TYPE_INVALID_SCHEME', message }];
  }
  const name = media.url.slice('attachment://'.length);
  if (scheme.toLowerCase() !== 'attachment' || files === null || files.includes(name)) return [];
  return [{ path: at, code: 'ATTACHMENT_NOT_FOUND', message: `The message carries no file named ${name}.` }];
}

/** custom_ids and component ids must differ within a message. */
function repeated(components: Json[]): FormFault[] {
  const faults: FormFault[] = [];
  for (const [key, code] of [
    ['custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED'],
    ['id', 'COMPONENT_ID_DUPLICATED'],
  ] as const) {
    const seen = new Set<unknown>();
    for (const component of components) {
      const value = component[key];
      if (value === undefined || value === null || value === 0) continue;
      if (seen.has(value)) {
        faults.push({
          path: ['components'],
          code,
          message: `Component ${key} ${String(value)} cannot be duplicated`,
        });
      }
      seen.add(value);
    }
  }
  return faults;
}
