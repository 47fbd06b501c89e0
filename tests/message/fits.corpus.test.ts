import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Brief } from '../../src/briefs/brief.ts';
import { readFrontMatter } from '../../src/briefs/readers/read-front-matter.ts';
import { composeEdition } from '../../src/digest/compose-edition.ts';
import type { Edition } from '../../src/digest/edition.ts';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import { editionMessages } from '../../src/message/edition-messages.ts';
import type { Message, MessageLanguage } from '../../src/message/message.ts';
import { restMessage } from '../../src/message/rest-message.ts';
import { splitMessage } from '../../src/message/split-message.ts';
import { checkDiscordMessage } from '../../src/sandbox/discord/checks/check-discord-message.ts';
import { checkSlackMessage } from '../../src/sandbox/slack/check-slack-message.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { makeRules, makeSlot } from '../digest/make-brief.ts';

const corpus = process.env.CORPUS_DIR;
const options = { id: 'abcdefghijklmnopqrstuvwx', silent: true, mentionRole: null };
const platforms = [
  { renderer: slackRenderer, check: checkSlackMessage },
  { renderer: discordRenderer, check: (body: Record<string, unknown>) => checkDiscordMessage(body) },
];

function readCorpus(folder: string): Brief[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return readFrontMatter({ file, text, hash: '' })?.briefs ?? [];
    });
}

function editionOf(briefs: readonly Brief[], language: MessageLanguage): Edition | null {
  return composeEdition({
    rules: makeRules({ language, layout: 'full', maxAgeDays: 100_000 }),
    slot: makeSlot('2026-07-07'),
    candidates: briefs.map((brief) => ({ brief, story: brief.file, followUpOf: null })),
    told: [],
    retracted: [],
    lastEditionDate: null,
    isFirst: true,
    now: 0,
  }).edition;
}

/** Skim, threads, `layout: full`, and what is behind the button. */
function messagesOf(edition: Edition, language: MessageLanguage): Message[] {
  const { skim, full, stories } = editionMessages(edition, language);
  const rest = restMessage(edition, language);
  return [skim, ...(full ? [full] : []), ...stories.map(({ message }) => message), rest];
}

function problemsOf(edition: Edition, language: MessageLanguage): string[] {
  return messagesOf(edition, language).flatMap((message) =>
    platforms.flatMap(({ renderer, check }) =>
      splitMessage(message, renderer.fits).flatMap((part) => {
        const problems = check(renderer.render(part, options));
        return renderer.fits(part) ? problems : [...problems, `${renderer.platform}: does not fit`];
      }),
    ),
  );
}

describe.skipIf(corpus === undefined)('every real brief fits every limit (set CORPUS_DIR to run)', () => {
  let briefs: Brief[] = [];
  beforeAll(() => {
    briefs = readCorpus(path.join(corpus ?? '', 'briefs'));
  });

  for (const language of ['ko', 'en', 'both'] as const)
    test.each([1, 15, 53, 75, 150])(`in ${language}, in editions of %i`, { timeout: 300_000 }, (size) => {
      let editions = 0;
      for (let start = 0; start < briefs.length; start += size) {
        const edition = editionOf(briefs.slice(start, start + size), language);
        if (!edition) continue;
        editions += 1;
        expect(problemsOf(edition, language)).toEqual([]);
      }
      expect(briefs.length).toBeGreaterThan(2_000);
      // Nothing is dropped before it is counted: an edition from every slice.
      expect(editions).toBe(Math.ceil(briefs.length / size));
    });
});
