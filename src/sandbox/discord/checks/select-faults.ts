import { type Json, objectsOf } from '../json.ts';
import type { FormFault } from './form-fault.ts';

/** Options with values of their own, and counts that fit one another. */
export function selectFaults(select: Json, path: (string | number)[]): FormFault[] {
  const faults: FormFault[] = [];
  const options = objectsOf(select.options);
  const values = new Set(options.map((option) => option.value));
  if (values.size < options.length) {
    const message = 'The specified option value is already used';
    faults.push({ path: [...path, 'options'], code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message });
  }
  const max = typeof select.max_values === 'number' ? select.max_values : 1;
  const min = typeof select.min_values === 'number' ? select.min_values : 1;
  if (min > max || (select.type === 3 && max > options.length)) {
    const message = 'min_values and max_values do not fit the number of options';
    faults.push({ path: [...path, 'max_values'], code: 'SELECT_COMPONENT_MAX_VALUES_TOO_HIGH', message });
  }
  const chosen = options.filter((option) => option.default === true).length;
  if (chosen > max) {
    const message = 'More options are chosen by default than may be chosen';
    faults.push({ path: [...path, 'options'], code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_OPTIONS', message });
  }
  return faults;
}
