import type { Inline } from './message.ts';

/** Plain words. */
export function words(text: string): Inline {
  return { kind: 'text', text };
}

/** A small mark behind a text, such as `(영문)`; nothing where there is none. */
export function marked(mark: string): Inline[] {
  return mark === '' ? [] : [words(` (${mark})`)];
}

/** A link, or plain words where there is no address. */
export function linked(text: string, url: string, bold?: true): Inline {
  if (url === '') return { kind: 'text', text, ...(bold ? { bold } : {}) };
  return { kind: 'link', text, url, ...(bold ? { bold } : {}) };
}

/** Runs of words set apart by ` · `; empty runs are left out. */
export function dotted(runs: readonly (readonly Inline[])[]): Inline[] {
  return runs
    .filter((run) => run.length > 0)
    .flatMap((run, index) => (index === 0 ? run : [words(' · '), ...run]));
}

/** What a run of words reads like. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}
