import type { PlatformName } from '../../../world.ts';
import type { Language } from '../platform/phrases.ts';
import type { Theme } from '../view/page-state.ts';

/** What a browser remembers of a person's choices. */
export interface Preferences {
  language: Language | null;
  theme: Theme;
  person: Record<PlatformName, string>;
}

const KEY = 'sandbox-page';

/** Gives the defaults where nothing is kept, or where the browser keeps nothing for this page. */
export function readPreferences(): Preferences {
  const kept = parse(() => localStorage.getItem(KEY) ?? '{}');
  const language = kept.language === 'ko' || kept.language === 'en' ? kept.language : null;
  const theme = kept.theme === 'light' || kept.theme === 'dark' ? kept.theme : 'auto';
  const person = { slack: String(kept.slack ?? ''), discord: String(kept.discord ?? '') };
  return { language, theme, person };
}

export function keepPreferences({ language, theme, person }: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ language, theme, ...person }));
  } catch {
    // A private window may refuse; the choice then lasts as long as the page.
  }
}

function parse(read: () => string): Record<string, unknown> {
  try {
    return JSON.parse(read()) as Record<string, unknown>;
  } catch {
    return {};
  }
}
