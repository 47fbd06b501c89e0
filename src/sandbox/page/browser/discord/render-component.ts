import { phrase } from '../platform/phrases.ts';
import { asNumber, asRecord, asRecords, asText, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import { renderImage } from '../platform/render-image.ts';
import { h, type Tree } from '../tree/tree.ts';
import { renderDiscordButton } from './render-discord-button.ts';
import { renderFile } from './render-discord-file.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderSelect } from './render-select.ts';
import { COMPONENTS } from './wire-numbers.ts';

/** One component of a message: https://docs.discord.com/developers/components/reference. An unknown one says so. */
export function renderComponent(component: Json, context: RenderContext): Tree {
  const children = (): Tree[] =>
    asRecords(component.components).map((child) => renderComponent(child, context));
  switch (component.type) {
    case COMPONENTS.actionRow:
      return h('div.v2-row', {}, children());
    case COMPONENTS.button:
      return renderDiscordButton(component);
    case COMPONENTS.stringSelect:
    case COMPONENTS.userSelect:
    case COMPONENTS.roleSelect:
    case COMPONENTS.mentionableSelect:
    case COMPONENTS.channelSelect:
      return renderSelect(component, context);
    case COMPONENTS.textDisplay:
      return h('div.v2-text', {}, renderMarkdown(asText(component.content), context));
    case COMPONENTS.section:
      return h(
        'div.v2-section',
        {},
        h('div.v2-section-main', {}, children()),
        h('div.v2-accessory', {}, renderComponent(asRecord(component.accessory), context)),
      );
    case COMPONENTS.separator: {
      const classes = `v2-separator${component.spacing === 2 ? ' large' : ''}${component.divider === false ? ' bare' : ''}`;
      return h('hr', { class: classes });
    }
    case COMPONENTS.container:
      return renderContainer(component, children(), context);
    case COMPONENTS.thumbnail:
      return spoilerOr(
        component,
        renderImage(asRecord(component.media).url, asText(component.description), 'thumbnail', context),
        context,
      );
    case COMPONENTS.mediaGallery:
      return h(
        'div.v2-gallery',
        {},
        asRecords(component.items).map((item) =>
          spoilerOr(
            item,
            renderImage(asRecord(item.media).url, asText(item.description), 'full', context),
            context,
          ),
        ),
      );
    case COMPONENTS.file:
      return spoilerOr(
        component,
        renderFile(asText(component.name), asRecord(component.file).url, asNumber(component.size)),
        context,
      );
    default:
      return h('p.unknown', {}, phrase('unknownBlock', context.language, String(component.type)));
  }
}

function renderContainer(component: Json, children: Tree[], context: RenderContext): Tree {
  const colour = asNumber(component.accent_color);
  const accent =
    colour >= 0 && colour <= 0xffffff ? `#${Math.trunc(colour).toString(16).padStart(6, '0')}` : null;
  const classes = accent === null ? 'v2-container' : 'v2-container accented';
  return spoilerOr(
    component,
    h('div', { class: classes, style: accent === null ? {} : { '--accent': accent } }, children),
    context,
  );
}

function spoilerOr(component: Json, tree: Tree, context: RenderContext): Tree {
  if (component.spoiler !== true) return tree;
  return h('details.spoiler-box', {}, h('summary', {}, phrase('spoiler', context.language)), tree);
}
