import { expect, test } from 'vitest';
import {
  knownCommands,
  optionValues,
  readCommand,
} from '../../../../src/sandbox/page/browser/view/typed-command.ts';
import type { World } from '../../../../src/sandbox/world.ts';
import { discordWorld, slackWorld } from '../sample-worlds.ts';

const haneul = '100000000000000301';
const maya = '100000000000000302';

const world: World = {
  ...discordWorld,
  commands: [
    ...discordWorld.commands,
    {
      name: 'briefing',
      name_localizations: { ko: '브리핑' },
      description: 'Manage',
      default_member_permissions: '16',
      options: [
        {
          type: 1,
          name: 'here',
          description: 'Set up',
          options: [
            { type: 7, name: 'room', description: 'r' },
            { type: 4, name: 'count', description: 'c' },
            { type: 5, name: 'quiet', description: 'q' },
          ],
        },
      ],
    },
    { name: 'Report', type: 3 },
  ],
};

test('a person sees the commands in their own language, and only those they may use', () => {
  expect(
    knownCommands(world, haneul).map(({ name, hint, description }) => [name, hint, description]),
  ).toEqual([
    ['/brief', '[topic] [lang]', '주제별 브리핑'],
    ['/브리핑 here', '[room] [count] [quiet]', 'Set up'],
    ['/briefing here', '[room] [count] [quiet]', 'Set up'],
  ]);
  expect(knownCommands(world, maya).map(({ name, description }) => [name, description])).toEqual([
    ['/brief', 'Brief me on a topic'],
  ]);
  expect(knownCommands(slackWorld, 'U0MAYA').map(({ name, hint }) => [name, hint])).toEqual([
    ['/brief', '[topic]'],
  ]);
});

test('words go to the first option, or to the one they name', () => {
  const commands = knownCommands(world, haneul);
  const read = (typed: string) => {
    const found = readCommand(typed, commands);
    return found && [found.command.name, found.options, found.focused?.name];
  };
  expect(read('/brief 모델 증류')).toEqual(['/brief', { topic: '모델 증류' }, 'topic']);
  expect(read('/brief topic:모델 증류 lang:ko')).toEqual([
    '/brief',
    { topic: '모델 증류', lang: 'ko' },
    'lang',
  ]);
  expect(read('/brief 10:30 회의')).toEqual(['/brief', { topic: '10:30 회의' }, 'topic']);
  expect(read('/brief')).toEqual(['/brief', {}, 'topic']);
  expect(read('/briefly x')).toBeNull();
});

test('options are sent by type, and names as what they stand for', () => {
  const commands = knownCommands(world, haneul);
  const values = (typed: string, chosen: [string, string][] = []) => {
    const read = readCommand(typed, commands);
    return read && optionValues(read, new Map(chosen), world);
  };
  expect(values('/브리핑 here room:#ops count:3 quiet:예')).toEqual({
    room: '100000000000000103',
    count: 3,
    quiet: true,
  });
  expect(values('/brief 모델 증류 lang:한국어', [['모델 증류', 'distillation']])).toEqual({
    topic: 'distillation',
    lang: 'ko',
  });
});
