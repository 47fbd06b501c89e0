import { expect, test } from 'vitest';
import { tryHostileStrings } from './hostile-strings.ts';
import { livePartsOf } from './live-parts.ts';

tryHostileStrings('slack');

test('what looks for mentions and links finds them where they are', () => {
  const slack = livePartsOf('slack', {
    text: '',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: '<!channel> <@U1> <https://good.example|x>' } },
    ],
  });
  expect(slack.mentions.length).toBe(2);
  expect(slack.links).toEqual(['https://good.example']);
});
