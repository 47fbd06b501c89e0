import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { briefText } from '../app/brief-text.ts';
import { temporaryFolder } from '../app/start-bot.ts';
import { answerInProcess, wordsOf } from './answer-in-process.ts';

const places =
  'Arden Bexley Corvo Dunmore Esker Fenwick Garrow Hollin Ivelle Jarrow Kelso Larne Mordel Nairn Orrin'.split(
    ' ',
  );
const things =
  'anchors bricks candles drums easels flutes gloves hammers inks jars kettles lanterns mirrors needles oars'.split(
    ' ',
  );

test('more hits than are looked at are said to be more; the source that was meant is named', async () => {
  const folder = temporaryFolder('many');
  for (const place of places)
    for (const thing of things)
      writeFileSync(
        path.join(folder, `${place}-${thing}.md`),
        briefText(`${place} lowers its tariff on ${thing}`),
      );
  const bot = await answerInProcess(folder);
  try {
    const said = wordsOf((await bot.ask('tariff', 'en-US')).message);
    expect(said).toMatch(/“tariff” · \d+\+ stories/);
    expect(said).toMatch(/1–\d+ of \d+\+/);
    expect(wordsOf((await bot.ask('tariff', 'ko')).message)).toMatch(/“tariff” \d+건 이상/);
    const [outlet = ''] =
      /Outlet [\w-]+/.exec(briefText(`${places[0]} lowers its tariff on ${things[0]}`)) ?? [];
    const few = wordsOf((await bot.ask(`tariff source:"${outlet}"`, 'en-US')).message);
    expect(few).toContain(`Source: ${outlet}`);
    expect(few).not.toMatch(/\d\+/);
  } finally {
    await bot.close();
  }
});
