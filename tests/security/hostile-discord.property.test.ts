import { expect, test } from 'vitest';
import { tryHostileStrings } from './hostile-strings.ts';
import { livePartsOf } from './live-parts.ts';

tryHostileStrings('discord');

test('what looks for mentions and links finds them where they are', () => {
  const discord = livePartsOf('discord', {
    flags: 1 << 15,
    components: [{ type: 10, content: '@everyone <@123456789012345678> [x](https://good.example)' }],
  });
  expect(discord.mentions.length).toBe(2);
  expect(discord.links).toEqual(['https://good.example']);
});
