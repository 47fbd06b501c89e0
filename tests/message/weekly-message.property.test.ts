import fc from 'fast-check';
import { expect, test } from 'vitest';
import { discordRenderer } from '../../src/discord/render-discord.ts';
import { splitMessage } from '../../src/message/split-message.ts';
import { takeUploads } from '../../src/message/uploads-of.ts';
import { weeklyMessage } from '../../src/message/weekly-message.ts';
import { checkDiscordMessage } from '../../src/sandbox/discord/checks/check-discord-message.ts';
import { checkSlackMessage } from '../../src/sandbox/slack/check-slack-message.ts';
import { slackRenderer } from '../../src/slack/render-slack.ts';
import { hostileText } from './hostile.ts';
import { makeStory } from './make-edition.ts';
import { makeWeek } from './make-week.ts';

test('both platforms take it, whatever the topics and stories are called', () => {
  const change = fc.record({ topic: hostileText, now: fc.nat(99), before: fc.nat(99) });
  const some = fc.array(change, { maxLength: 6 });
  const week = fc.record({ charted: some, rose: some, fell: some, comparable: fc.boolean() });
  const told = fc.record({ title: hostileText, link: hostileText });
  const options = { id: 'a'.repeat(24), silent: true, mentionRole: null };
  fc.assert(
    fc.property(week, told, fc.constantFrom('ko', 'en', 'both'), (given, { title, link }, language) => {
      const stories = [{ story: makeStory({ title }), date: '2026-03-10', link }];
      const message = weeklyMessage(makeWeek({ ...given, stories }), {
        language,
        soWhat: true,
        zone: 'Asia/Seoul',
        chart: 'AAAA',
      });
      for (const part of splitMessage(message, slackRenderer.fits))
        expect(checkSlackMessage(asPosted(slackRenderer.render(part, options)))).toEqual([]);
      for (const part of splitMessage(message, discordRenderer.fits))
        expect(checkDiscordMessage(takeUploads(discordRenderer.render(part, options)).body)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** As it looks once Slack has the file. */
function asPosted(payload: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(takeUploads(payload).body).replaceAll('upload-0', 'F0123456789'));
}
