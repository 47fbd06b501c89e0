import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { PlatformName } from '../world.ts';
import type { Language } from './browser/platform/phrases.ts';
import { h, type Tree } from './browser/tree/tree.ts';
import { treeToHtml } from './browser/tree/tree-to-html.ts';
import { type PreviewMessage, renderPreview } from './browser/view/render-preview.ts';

const STYLES = ['tokens', 'icons', 'message', 'slack', 'discord', 'fields', 'preview'];
const FOLDER = fileURLToPath(new URL('../../../src/sandbox/page/static', import.meta.url));

/** What would be posted to one channel. */
export interface PreviewPane {
  platform: PlatformName;
  channel: string;
  bot: string;
  messages: readonly PreviewMessage[];
}

export interface PreviewOptions {
  /** Of the sheet's own words. */
  language: Language;
  /** The reader's IANA zone. */
  timeZone: string;
  /** Epoch milliseconds: when the messages are seen. */
  now: number;
  title: string;
  panes: readonly PreviewPane[];
}

/**
 * One HTML document, without scripts and with nothing to load, that shows each pane at a phone's width, light and dark,
 * and side by side at desktop width.
 */
export function previewHtml(options: PreviewOptions): string {
  const styles = STYLES.map((name) => readFileSync(`${FOLDER}/${name}.css`, 'utf8')).join('\n');
  const words =
    options.language === 'ko'
      ? { phone: '휴대전화', desk: '데스크톱', light: '밝게', dark: '어둡게' }
      : { phone: 'Phone', desk: 'Desktop', light: 'light', dark: 'dark' };
  const phones = (['light', 'dark'] as const).map((theme) =>
    h(
      'div.sheet-pair',
      {},
      options.panes.map((pane) =>
        frame(pane, `${nameOf(pane)} · ${words[theme]}`, 'phone', inner(pane, theme, styles, options)),
      ),
    ),
  );
  const desks = options.panes.map((pane) =>
    frame(pane, nameOf(pane), 'desk', inner(pane, 'auto', styles, options)),
  );
  const sheet = h(
    'main.sheet',
    {},
    h('h1', {}, options.title),
    h('h2', {}, `${words.phone} · 390 px`),
    h('div.sheet-row', {}, phones),
    h('h2', {}, words.desk),
    h('div.sheet-row', {}, desks),
  );
  return page(options.language, options.title, 'auto', styles, 'sheet-body', [sheet]);
}

function nameOf(pane: PreviewPane): string {
  return `${pane.platform === 'slack' ? 'Slack' : 'Discord'} #${pane.channel}`;
}

/** A frame of its own width, so that each list follows the rules of that width. */
function frame(pane: PreviewPane, caption: string, kind: 'phone' | 'desk', document: string): Tree {
  const title = `${pane.platform} ${kind} ${caption}`;
  return h(
    `figure.${kind}`,
    {},
    h('figcaption', {}, caption),
    h('iframe', { srcdoc: document, title, sandbox: 'allow-popups' }),
  );
}

function inner(pane: PreviewPane, theme: string, styles: string, options: PreviewOptions): string {
  const list = renderPreview(pane, options);
  return page(options.language, pane.channel, theme, styles, `preview ${pane.platform}`, list);
}

function page(
  language: string,
  title: string,
  theme: string,
  styles: string,
  bodyClass: string,
  body: readonly Tree[],
): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self' about:";
  const head = [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    h('title', {}, title),
  ];
  // The styles are the project's own files; a stylesheet's text is not escaped in HTML.
  const start = `<!doctype html><html lang="${language}" data-theme="${theme}"><head>${head.map(treeToHtml).join('')}<style>${styles}</style></head>`;
  return `${start}${treeToHtml(h('body', { class: bodyClass }, body))}</html>`;
}
