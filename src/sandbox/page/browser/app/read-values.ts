/** What a form's controls hold, by the name of each: a list where several may be ticked. Empty ones are left out. */
export function readValues(form: HTMLElement): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const control of form.querySelectorAll<HTMLInputElement>(
    'input[name], textarea[name], select[name]',
  )) {
    const name = control.dataset.name ?? control.name;
    if (control.type === 'checkbox') {
      const ticked = values[name] ?? [];
      values[name] = control.checked && Array.isArray(ticked) ? [...ticked, control.value] : ticked;
    } else if (control.type !== 'radio' || control.checked) {
      if (control.value !== '') values[name] = control.value;
    }
  }
  return values;
}

/** The values ticked in a group. */
export function readTicked(group: HTMLElement): string[] {
  return [...group.querySelectorAll<HTMLInputElement>('input:checked')].map((input) => input.value);
}
