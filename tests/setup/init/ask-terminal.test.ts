import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Ask } from '../../../src/setup/init/ask.ts';
import { askTerminal } from '../../../src/setup/init/ask-terminal.ts';

const keys = { down: '\u001B[B', enter: '\r', space: ' ', stop: '\u0003' };

/**
 * A terminal on which each key is pressed once what the key before changed stands there; a pattern waits for what
 * comes later, such as the outcome of a check. Without colours a moved cursor shows nothing: such keys come at once.
 */
async function pressing<Answer>(question: (ask: Ask) => Promise<Answer>, ...pressed: (string | RegExp)[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  let all = '';
  let sinceKey = '';
  let drawn = () => {};
  output.on('data', (data: Buffer) => {
    all += data.toString();
    sinceKey += data.toString();
    drawn();
  });
  async function shows(pattern: RegExp): Promise<void> {
    while (!pattern.test(stripVTControlCharacters(sinceKey)))
      await new Promise<void>((resolve) => {
        drawn = resolve;
      });
    // A drawing is several writes, all of the same turn.
    await setImmediate();
  }
  const answer = question(askTerminal({ input, output }));
  const settled = answer.then(
    () => {},
    () => {},
  );
  for (const step of pressed) {
    await shows(step instanceof RegExp ? step : /./s);
    if (step instanceof RegExp) continue;
    sinceKey = '';
    input.write(step);
  }
  await settled;
  return { answer, shown: stripVTControlCharacters(all) };
}

const pets = [
  { value: 'cat', label: 'A cat' },
  { value: 'dog', label: 'A dog' },
  { value: 'hen', label: 'A hen' },
] as const;

test('one is chosen with the arrow keys', async () => {
  const { answer } = await pressing((ask) => ask.one('Which?', pets, 'cat'), keys.down, keys.enter);
  expect(await answer).toBe('dog');
});

test('several are chosen with the space bar, at least one', async () => {
  const { answer } = await pressing(
    (ask) => ask.many('Which?', pets, []),
    keys.enter,
    /at least one/,
    keys.space,
    keys.down + keys.down + keys.space,
    keys.enter,
  );
  expect(await answer).toEqual(['cat', 'hen']);
});

test('what was chosen before is chosen again, until it is taken off', async () => {
  const { answer } = await pressing(
    (ask) => ask.many('Which?', pets, ['cat', 'dog']),
    keys.space,
    keys.enter,
  );
  expect(await answer).toEqual(['dog']);
});

test('among very many, typing narrows them down', async () => {
  const channels = Array.from({ length: 40 }, (_, at) => ({ value: `C${at}`, label: `#room-${at}` }));
  const { answer } = await pressing((ask) => ask.many('Which?', channels, []), 'room-37', '\t', keys.enter);
  expect(await answer).toEqual(['C37']);
});

test('a secret is tried when it is given, asked for again from nothing, and never shown', async () => {
  const { answer, shown } = await pressing(
    (ask) => ask.secret('Token', async (token) => (token === 'right' ? undefined : 'It is refused.')),
    'wrong',
    keys.enter,
    /refused/,
    'right',
    keys.enter,
  );
  expect(await answer).toBe('right');
  expect(shown).toContain('It is refused.');
  expect(shown).not.toMatch(/wrong|right/);
});

test('a text keeps what stands there, without spaces around it', async () => {
  const { answer } = await pressing((ask) => ask.text('When?', '08:30', () => undefined), ' ', keys.enter);
  expect(await answer).toBe('08:30');
});

test('whoever stops is told that nothing was written', async () => {
  const { answer } = await pressing((ask) => ask.yes('Go on?', true), keys.stop);
  await expect(answer).rejects.toThrow('The set-up was stopped; nothing was written.');
});

test('an address stands on a line of its own, in one piece', async () => {
  const url = `https://n.example/${'x'.repeat(1500)}`;
  const { shown } = await pressing(async (ask) => ask.link('Open this', url));
  expect(shown.split('\n')).toContain(url);
});
