import { renderDiscordMessage } from '../../src/sandbox/page/browser/discord/render-discord-message.ts';
import { renderSlackMessage } from '../../src/sandbox/page/browser/slack/render-slack-message.ts';
import type { Tree } from '../../src/sandbox/page/browser/tree/tree.ts';
import { context } from '../sandbox/page/render-context.ts';

/** What a reader's client would make of a payload, besides words: where links lead, and what was taken for a mention. */
export interface LiveParts {
  links: string[];
  mentions: string[];
}

function collect(tree: Tree, found: LiveParts): LiveParts {
  if (typeof tree === 'string') return found;
  const { href, class: names = '' } = tree.attributes;
  if (href !== undefined) found.links.push(href);
  if (/\bmention\b/.test(names)) found.mentions.push(JSON.stringify(tree.children));
  for (const child of tree.children) collect(child, found);
  return found;
}

const renderers = { slack: renderSlackMessage, discord: renderDiscordMessage } as const;

/** Reads a payload as the platform's client would. */
export function livePartsOf(platform: keyof typeof renderers, payload: Record<string, unknown>): LiveParts {
  return collect(renderers[platform](payload, context), { links: [], mentions: [] });
}
