import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import open from 'open';
import { planEdition } from '../delivery/plan-edition.ts';
import type { Edition } from '../digest/edition.ts';
import { discordRenderer } from '../discord/render-discord.ts';
import { previewHtml } from '../sandbox/page/preview-html.ts';
import { slackRenderer } from '../slack/render-slack.ts';
import { say } from './say.ts';

/** An edition as one HTML document: both platforms side by side, at a phone's width and at a desktop's. */
export function previewPage(edition: Edition): string {
  const { rules, slot } = edition;
  return previewHtml({
    language: rules.language === 'ko' ? 'ko' : 'en',
    timeZone: rules.timezone,
    now: slot.dueAt,
    title: `${rules.name} · ${slot.date}`,
    panes: [slackRenderer, discordRenderer].map((renderer) => ({
      platform: renderer.platform,
      channel: rules.name,
      bot: 'Sowhat',
      messages: planEdition(edition, renderer).map(({ payload, parent }) => ({
        payload,
        at: slot.dueAt,
        isInThread: parent !== null,
      })),
    })),
  });
}

/** Writes the page into the state folder and opens it; says where it lies, for a machine that has no browser. */
export async function openPreview(edition: Edition, stateDir: string): Promise<void> {
  const file = path.resolve(stateDir, 'preview.html');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, previewPage(edition));
  say(file);
  try {
    const browser = await open(file);
    browser.on('error', () => say('No browser could be opened; open the file above.'));
  } catch {
    say('No browser could be opened; open the file above.');
  }
}
