import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { briefText } from '../app/brief-text.ts';
import { temporaryFolder } from '../app/start-bot.ts';
import { answerInProcess, wordsOf } from './answer-in-process.ts';

const loud = 'Orbanix recalls its kitchen robot Pestle';
const quiet = [
  'Kellmart trims its delivery fees in the north',
  'Varnholt Bank opens a branch without a counter',
];

/** Many outlets tell one story last; before it, two outlets told one each. */
function folderOfOneLoudStory(briefs: number): string {
  const folder = temporaryFolder('loud');
  const write = (name: string, title: string, outlet: string, hour: string) =>
    writeFileSync(
      path.join(folder, `${name}.md`),
      briefText(title)
        .replace(/outlet-[a-z-]+"/, `${outlet}"`)
        .replace(/Outlet [a-z-]+"/, `Outlet ${outlet}"`)
        .replace('T00:00:00Z', `T${hour}:00:00Z`),
    );
  for (let i = 0; i < briefs; i++) write(`loud-${i}`, loud, `o${i}`, '09');
  for (const [i, title] of quiet.entries()) write(`quiet-${i}`, title, `q${i}`, `0${3 - i}`);
  return folder;
}

test.each([3, 12, 70])('a story that %i briefs tell is one of the newest, and once', async (briefs) => {
  const bot = await answerInProcess(folderOfOneLoudStory(briefs));
  try {
    for (const words of ['zeppelin maintenance', '']) {
      const said = wordsOf((await bot.ask(words, 'en-US')).message);
      const headlines = said.split('\n').map((line) => line.replace(/^\d\. /, ''));
      for (const title of [loud, ...quiet])
        expect(headlines.filter((line) => line === title)).toHaveLength(1);
    }
  } finally {
    await bot.close();
  }
});
