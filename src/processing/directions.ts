import { numberTokens } from './number-tokens.ts';

type Direction = 'up' | 'down';

const words: [Direction, RegExp][] = [
  [
    'up',
    /(?<!\p{L})(?:r[io]se[sn]?|rising|up|gr[eo]w(?:s|n|th)?|increas(?:e[sd]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|gain(?:s|ed)?|soar(?:s|ed|ing)?|higher)(?!\p{L})|증가|상승|늘[어었고며]|늘린|늘렸|성장|급등|급증|올랐|올라|오르|오른|인상/giu,
  ],
  [
    'down',
    /(?<!\p{L})(?:f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|down|slump(?:s|ed)?|shr[aiu]nk(?:s|ing)?|slid(?:es?)?|plung(?:e[sd]?|ing)|plummet(?:s|ed)?|cut(?:s|ting)?|reduc(?:e[sd]?|ing|tion)|lower(?:s|ed)?|less|fewer)(?!\p{L})|감소|하락|줄[어었고며]|줄인|줄였|급락|급감|축소|떨어|내렸|내려|내린|절감|인하|삭감|단축|위축|낮[춰췄아은추]|감축|덜(?!\p{L})/giu,
  ],
];
/** It is looked back only where spaces follow: at each of many quotation marks in a row it would take no end. */
const sentence = /(?=[.!?]?\s)(?<=[.!?다요죠음함됨](?:["”’')\]]*))[.!?]?\s+|\n/u;

/**
 * Percentages that a text says rose and its source says fell, or the other way round, as they are written. Where either
 * says both in the sentence, or neither, nothing is known.
 */
export function opposedPercentages(said: string, told: string): string[] {
  const source = directionsIn(told);
  return [...directionsIn(said)]
    .filter(([value, { directions }]) => {
      const known = source.get(value)?.directions;
      if (known?.size !== 1 || directions.size !== 1 || known.has('') || directions.has('')) return false;
      return [...directions].every((each) => !known.has(each));
    })
    .map(([, { text }]) => text);
}

function directionsIn(text: string): Map<number, { text: string; directions: Set<Direction | ''> }> {
  const found = new Map<number, { text: string; directions: Set<Direction | ''> }>();
  for (const each of text.split(sentence)) {
    const directions = words.filter(([, pattern]) => each.match(pattern)).map(([direction]) => direction);
    for (const { bare, unit, text: written } of numberTokens(each)) {
      if (unit !== 'percent') continue;
      const all = found.get(bare) ?? { text: written, directions: new Set() };
      found.set(bare, all);
      if (directions.length === 0) all.directions.add('');
      for (const direction of directions) all.directions.add(direction);
    }
  }
  return found;
}
