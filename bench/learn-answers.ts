import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAliases } from '../src/search/alias-table.ts';
import type { AnswerMeasures } from '../src/search/answer-measures.ts';
import { answerOdds } from '../src/search/is-answered.ts';
import { openLibrary } from '../src/search/open-search-index.ts';
import { measureAnswer } from '../src/search/search-briefs.ts';
import { learnWhenGrown, updateInSteps } from '../src/search/update-index.ts';
import { briefsIn } from './briefs-in.ts';
import { type Example, type Learned, learnWeights } from './learn-weights.ts';
import type { JudgedQuery } from './score-ranking.ts';

/**
 * Learns what an answer is told by from what is no answer, and says how well that goes on rounds of judged queries it was
 * not learned from. `npm run learn:answers -- FOLDER` prints the weights for src/search/is-answered.ts.
 */
const [folder = '../shared/corpus/briefs'] = process.argv.slice(2);
const ROUNDS = 'tests/search/judged';
/** Measures what was learned, and so teaches nothing. */
const UNSEEN = ['round-20.json', 'round-21.json'];
const NAMES: (keyof AnswerMeasures)[] = [
  'coverage',
  'missed',
  'near',
  'about',
  'rare',
  'two',
  'three',
  'sentence',
];

/** What these ask for need be about nothing. */
const FILTERED = new Set(['time', 'source', 'tag']);

/** Undefined where nothing was found that could be shown. */
type Judged = Partial<Example<keyof AnswerMeasures>> & { round: string; is: boolean };

const library = openLibrary(':memory:', {
  aliases: parseAliases(readFileSync('config/aliases.yaml', 'utf8')),
});
for (const _step of updateInSteps(library.db, { put: briefsIn(folder), remove: [] }));
for (const _step of learnWhenGrown(library.db));
const rounds = readdirSync(ROUNDS).filter((file) => file.endsWith('.json') && !UNSEEN.includes(file));
const judged = rounds.flatMap(judgedIn);
const others = rounds.map((round): [string, Learned<keyof AnswerMeasures>] => [
  round,
  learn(judged.filter((query) => query.round !== round)),
]);
for (const least of [-1, -0.5, 0, 0.2, 0.5, 1]) report(least);
console.log(JSON.stringify(learn(judged), null, 2));

function judgedIn(round: string): Judged[] {
  const { now, queries } = JSON.parse(readFileSync(path.join(ROUNDS, round), 'utf8')) as {
    now: string;
    queries: JudgedQuery[];
  };
  return queries
    .filter(({ kind }) => !FILTERED.has(kind))
    .flatMap(({ q, kind }): Judged[] => {
      const measures = measureAnswer(library, q, { limit: 1, now: Date.parse(now) });
      return [{ round, is: kind !== 'none', ...(measures && { measures }) }];
    });
}

function learn(from: readonly Judged[]): Learned<keyof AnswerMeasures> {
  const examples = from.flatMap(({ measures, is }) => (measures ? [{ measures, is }] : []));
  return learnWeights(examples, NAMES);
}

/** Each round by what was learned from the others. */
function report(least: number): void {
  const weights = new Map(others);
  const isShown = ({ measures, round }: Judged) =>
    measures !== undefined && answerOdds(measures as AnswerMeasures, weights.get(round)) > least;
  const present = judged.filter(({ is }) => is);
  const absent = judged.filter(({ is }) => !is);
  const empty = present.filter((query) => !isShown(query)).length;
  const nothing = absent.filter((query) => !isShown(query)).length;
  console.log(
    `shown from odds of ${least}: wrongly empty ${empty} of ${present.length}, nothing found ${nothing} of ${absent.length}`,
  );
}
