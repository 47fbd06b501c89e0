import type { Brief } from '../briefs/brief.ts';
import { type Figure, readFigures } from './figures.ts';

/** One thing that is counted, and the figures given for it. */
export interface DifferingFigures {
  /** What is counted, in the word used most; in Korean and English where it is told in both. */
  what: string;
  values: SaidFigure[];
}

export interface SaidFigure {
  /** As it was written first. */
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
  /exchange|interaction|quer|request|prompt|conversation|attack|상호작용|대화|요청|질의|공격|건/iu,
  /account|계정/iu,
  /job|role|employee|staff|worker|position|직원|일자리|인력|명/iu,
  /store|location|매장|점포/iu,
  /user|customer|member|subscriber|사용자|고객|이용자|회원/iu,
];

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
  const found: DifferingFigures[] = [];
  for (const [key, mentions] of groups) {
    const values = saidFigures(mentions);
    const speakers = new Set(mentions.map((mention) => mention.file)).size;
    if (key === '' || values.length < 2 || speakers < 2) continue;
    found.push({ what: whatIsCounted(mentions), values: values.sort((a, b) => b.value - a.value) });
  }
  return found;
}

/** Readers of either language read one line: both words, where the sources use both languages. */
function whatIsCounted(mentions: readonly Mention[]): string {
  // A counter alone says only that something is counted.
  const nouns = mentions.map(({ noun }) => noun).filter((noun) => !/^(?:건|개|명|회|곳).?$/.test(noun));
  const isKorean = (noun: string) => /\p{Script=Hangul}/u.test(noun);
  const usual = [nouns.filter(isKorean), nouns.filter((noun) => !isKorean(noun))].map(usedMost);
  return usual.filter((noun) => noun !== '').join(' · ');
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
      return { ...figure, noun: countedNoun(after), of: ownerOf(text, figure, after), file: brief.file };
    }),
  );
}

/** The first noun behind a number: "exchanges" in "16 million exchanges", "건" in "1,600만 건". */
function countedNoun(after: string): string {
  const korean = /^\s?(\p{Script=Hangul}{1,6})/u.exec(after)?.[1];
  if (korean) {
    const longer =
      /^\s?(?:개|건|명|회|곳)?\s?(?:이상|이하|가량|정도)?의?\s?(?:[\p{L}\d]+\s){0,2}?(상호작용|계정|대화|요청|공격|직원|매장|사용자|고객)/u.exec(
        after,
      );
    return longer?.[1] ?? korean;
  }
  const words = after.match(/^[\s"'“‘(]*((?:[a-z][a-z'-]*|[“"'‘]|-| ){0,40})/i)?.[1] ?? '';
  return (
    words
      .split(/[^a-z]+/i)
      .find((word) => /^[a-z]{4,}s$/.test(word) && !/(?:ous|less|ness|this|across|versus)$/.test(word)) ?? ''
  );
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
