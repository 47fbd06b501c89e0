import { phrase } from '../platform/phrases.ts';
import { h, type Tree, type TreeElement } from '../tree/tree.ts';
import type { PageState } from './page-state.ts';

/** The language and the brightness of the page. */
export function renderSettings(state: PageState): TreeElement {
  const { language, theme } = state;
  const languages = (['ko', 'en'] as const).map((one) =>
    choice(one === 'ko' ? '한국어' : 'English', one === language, { do: 'set-language', language: one }, one),
  );
  const themes = (['auto', 'light', 'dark'] as const).map((one) => {
    const name = ({ auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' } as const)[one];
    return choice(phrase(name, language), one === theme, { do: 'set-theme', theme: one }, language);
  });
  return h(
    'footer.settings',
    {},
    h('div.segments', { role: 'group', 'aria-label': phrase('language', language) }, languages),
    h('div.segments', { role: 'group', 'aria-label': phrase('theme', language) }, themes),
  );
}

type Setting = { do: 'set-language'; language: 'ko' | 'en' } | { do: 'set-theme'; theme: PageState['theme'] };

function choice(label: string, isChosen: boolean, act: Setting, lang: string): Tree {
  return h(
    'button.segment',
    { type: 'button', lang, 'aria-pressed': String(isChosen), on: { click: act } },
    label,
  );
}
