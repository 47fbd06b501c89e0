import type { Brief } from '../briefs/brief.ts';
import { type Figure, readFigures } from './figures.ts';

/** One thing that is counted, and the figures given for it. */
export interface DifferingFigures {
  /** What is counted, in the word used most; in Korean and English where it is told in both. */
  what: string;
  values: SaidFigure[];
}

export interface SaidFigure {
  /** As it was written first, in Latin script where it was in either. */
  text: string;
  value: number;
  /** The name the figure belongs to ("MiniMax"), where the text gives it to one; otherwise ''. */
  of: string;
  /** Files of the briefs that say it. */
  saidBy: string[];
}

interface Mention extends Figure {
  noun: string;
  of: string;
  file: string;
}

/** Nouns that count the same thing in reports of one event, by one stem for each. */
const alike: readonly RegExp[] = [
  /exchange|interaction|quer|request|prompt|conversation|attack|answer|상호작용|대화|요청|질의|공격|답변|^건$/iu,
  /account|계정/iu,
  /job|role|employee|staff|worker|position|직원|일자리|인력|^명$/iu,
  /store|location|매장|점포/iu,
  /user|customer|member|subscriber|사용자|고객|이용자|회원/iu,
];

/** What Korean counts by: it says only that something is counted. */
const counter =
  /^(?:건|개|명|회|곳|대)(?=\P{L}|$|이|을|를|의|은|는|에|으로|도|만|라|나|가|씩|여|뿐|까|부|정|보|로|과|와)/u;
/** Cases, and people; others count whatever there is. */
const isOfOneKind = /건|명/u;
const korean = '상호작용|계정|대화|요청|공격|답변|직원|매장|사용자|고객';
const behind = new RegExp(
  `^\\s?(?:개|건|명|회|곳)?\\s?(?:이상|이하|가량|정도)?의?\\s?(?:[\\p{L}\\d]+\\s){0,2}?(${korean})`,
  'u',
);
const ahead = new RegExp(`(?<!\\p{L})(${korean})[이가은는을를만]?\\s(?:약|총|최소|모두|무려)?\\s?$`, 'u');
const ending =
  /(?:이라고|라고|이라며|라며|으로|에서|에게|까지|부터|보다|이다|이나|[이가은는을를의에도만과와로])$/u;
/** Of a verb, which counts nothing. */
const verbal = /(?:다|[았었했렸됐졌]\p{L}*|한|된|될|할|하는|되는|하[고며여]|되[고며어]|해|돼|습니)$/u;

/**
 * Figures of several briefs on one event, gathered by what they count. A figure that everyone who counts the thing
 * gives alike is no difference; shares of a whole (13 of 16 million) stand with the name they belong to.
 */
export function differingFigures(briefs: readonly Brief[]): DifferingFigures[] {
  const groups = new Map<string, Mention[]>();
  for (const brief of briefs) {
    for (const mention of mentionsOf(brief)) {
      const group = groups.get(groupOf(mention));
      if (group) group.push(mention);
      else groups.set(groupOf(mention), [mention]);
    }
  }
  const found = [...groups]
    .filter(([key]) => key !== '')
    .map(([, mentions]) => mentions)
    .filter((mentions) => saidFigures(mentions).length > 1);
  return inBothLanguages(found)
    .filter((mentions) => new Set(mentions.map(({ file }) => file)).size > 1)
    .map((mentions) => ({
      what: whatIsCounted(mentions),
      values: saidFigures(mentions).sort((a, b) => b.value - a.value),
    }));
}

/** Two nouns with the same figures, all those of one at least, are one thing told in two languages. */
function inBothLanguages(groups: readonly Mention[][]): Mention[][] {
  const things: Mention[][] = [];
  for (const mentions of groups) {
    const same = things.find((thing) => tellsAll(thing, mentions) || tellsAll(mentions, thing));
    if (same) same.push(...mentions);
    else things.push([...mentions]);
  }
  return things;
}

function tellsAll(more: readonly Mention[], fewer: readonly Mention[]): boolean {
  return fewer.every(({ kind, value }) => more.some((each) => each.kind === kind && each.value === value));
}

/** Readers of either language read one line: both words, where the sources use both languages. */
function whatIsCounted(mentions: readonly Mention[]): string {
  const nouns = mentions.map(({ noun }) => noun).filter((noun) => !counter.test(noun));
  const usual = [nouns.filter(isKorean), nouns.filter((noun) => !isKorean(noun))].map(usedMost);
  return usual.filter((noun) => noun !== '').join(' · ');
}

function isKorean(text: string): boolean {
  return /\p{Script=Hangul}/u.test(text);
}

/** The first of those used equally. */
function usedMost(nouns: readonly string[]): string {
  const uses = new Map<string, number>();
  for (const noun of nouns) uses.set(noun, (uses.get(noun) ?? 0) + 1);
  return [...uses].reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0])[0];
}

function saidFigures(mentions: Mention[]): SaidFigure[] {
  const values: SaidFigure[] = [];
  for (const mention of mentions) {
    const same = values.find((said) => said.value === mention.value);
    if (!same)
      values.push({ text: mention.text, value: mention.value, of: mention.of, saidBy: [mention.file] });
    else {
      if (!same.saidBy.includes(mention.file)) same.saidBy.push(mention.file);
      same.of ||= mention.of;
      // All in the one script, where they can be.
      if (isKorean(same.text) && !isKorean(mention.text)) same.text = mention.text;
    }
  }
  return values;
}

/** Empty for a figure whose thing is not named. */
function groupOf(mention: Mention): string {
  const index = alike.findIndex((noun) => noun.test(mention.noun));
  if (index !== -1) return `${mention.kind} ${index}`;
  return mention.noun === '' ? '' : `${mention.kind} ${mention.noun.toLowerCase().replace(/s$/, '')}`;
}

function mentionsOf(brief: Brief): Mention[] {
  const texts = [brief.title, brief.summary.en, brief.summary.ko, ...brief.keyPoints];
  return texts.flatMap((text) =>
    readFigures(text).map((figure) => {
      const after = text.slice(figure.at + figure.text.length, figure.at + figure.text.length + 60);
      return {
        ...figure,
        noun: countedNoun(text.slice(0, figure.at), after),
        of: ownerOf(text, figure, after),
        file: brief.file,
      };
    }),
  );
}

/** The first noun behind a number, or a Korean one before it: "exchanges" in "16 million exchanges", "답변" in "답변 1,600만 건". */
function countedNoun(before: string, after: string): string {
  const next = /^\s?(\p{Script=Hangul}{1,6})/u.exec(after)?.[1];
  if (next) return behind.exec(after)?.[1] ?? ahead.exec(before)?.[1] ?? koreanNoun(next);
  const words = after.match(/^[\s"'“‘(]*((?:[a-z][a-z'-]*|[“"'‘]|-| ){0,40})/i)?.[1] ?? '';
  return (
    words
      .split(/[^a-z]+/i)
      .find((word) => /^[a-z]{4,}s$/.test(word) && !/(?:ous|less|ness|this|across|versus)$/.test(word)) ?? ''
  );
}

function koreanNoun(word: string): string {
  const counted = counter.exec(word)?.[0];
  if (counted) return isOfOneKind.test(counted) ? counted : '';
  if (verbal.test(word)) return '';
  const noun = word.replace(ending, '');
  return noun.length > 1 && !verbal.test(noun) ? noun : '';
}

/** "13 million exchanges came from MiniMax", "MiniMax … over 13 million interactions": the name nearest before, or behind "from". */
function ownerOf(text: string, figure: Figure, after: string): string {
  const from = /^[^.;,]{0,40}?\b(?:from|by)\s+(\p{Lu}[\p{L}\d]+)/u.exec(after)?.[1];
  if (from) return from;
  const clause = /[^.;:]*$/.exec(text.slice(0, figure.at))?.[0] ?? '';
  const names = [
    ...clause.matchAll(
      /(?<![\p{L}\d])(\p{Lu}[\p{L}\d]*(?: AI)?)(?=\s+(?:was|is|had|has|said|carried|conducted|reportedly|allegedly|alone|accounted|made))/gu,
    ),
  ];
  return names.length === 1 ? (names[0]?.[1] ?? '') : '';
}
