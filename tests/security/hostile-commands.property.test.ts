import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import { splitMessage } from '../../src/message/split-message.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { answerInProcess, faultsOf, wordsOf } from '../answers/answer-in-process.ts';
import { hostileText } from '../message/hostile.ts';
import { livePartsOf } from './live-parts.ts';

type Answerer = Awaited<ReturnType<typeof answerInProcess>>;
let answers: Answerer;
beforeAll(async () => {
  answers = await answerInProcess();
});
afterAll(() => answers.close());

/** Words after which people type something of their own. */
const beginnings = ['', 'help ', 'why ', 'since ', 'lang ', 'settings ', 'status ', '도움말 ', '이유 '];
const said = fc.tuple(fc.constantFrom(...beginnings), hostileText).map((parts) => parts.join(''));

test('what a member types is words in the answer: no mention, no link of theirs, no broken limit', async () => {
  await fc.assert(
    fc.asyncProperty(said, fc.constantFrom('ko', 'en-US'), async (words, locale) => {
      const answer = await answers.own(words, locale);
      expect(faultsOf(answer)).toEqual([]);
      for (const { platform, fits, render } of [slackRenderer, discordRenderer]) {
        for (const part of splitMessage(answer.message, fits)) {
          const payload = render(part, { id: answer.id, silent: true, mentionRole: null });
          const { links, mentions } = livePartsOf(platform, payload);
          expect(mentions).toEqual([]);
          // The sample briefs link to `.example` sites of their own; what is typed says evil.example.
          expect(links.filter((link) => !/^https?:/.test(link) || link.includes('evil.example'))).toEqual([]);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('an answer does repeat what was typed', async () => {
  expect(wordsOf((await answers.own('zzqqxv @everyone')).message)).toContain('@everyone');
});
