import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSettings } from '../../../src/config/read-settings.ts';
import { knownSettings } from '../../../src/setup/init/known-settings.ts';
import { settingsText } from '../../../src/setup/init/settings-text.ts';

const shipped = readFileSync('config/sowhat.yaml', 'utf8');

test('of the shipped settings nothing is kept but for the sandbox', () => {
  const { settings } = readSettings(shipped);
  expect(knownSettings(settings, false)).toEqual({ known: [], knownBriefs: null, knownOperator: null });
  const kept = knownSettings(settings, true);
  expect(kept.known.map(({ platform }) => platform)).toEqual(expect.arrayContaining(['slack', 'discord']));
  expect(kept.knownOperator).toMatchObject({ platform: 'slack' });
});

test('a channel of a real workspace is kept beside one of the sandbox', () => {
  const { settings } = readSettings(shipped.replace('C0SANDBOXKO', 'C0KELLMART1'));
  expect(knownSettings(settings, false).known.map(({ channel }) => channel)).toEqual(['C0KELLMART1']);
});

test('a channel that stays is written as it stood, without what it left out', () => {
  const { settings } = readSettings(shipped);
  const { known } = knownSettings(settings, true);
  const answers = { briefs: { folder: './briefs' }, tokens: {}, channels: [...known], operator: null };
  const text = settingsText(answers, shipped);
  expect(text).toContain(
    shipped.slice(shipped.indexOf('  - name: marketing-en'), shipped.indexOf('# Where the bot')),
  );
  expect(readSettings(text).settings?.channels).toEqual(settings?.channels);
});
