const months = new Map(
  [
    ['jan', 'january', 'januar', 'jänner', 'janvier', 'enero', 'gennaio'],
    ['feb', 'february', 'februar', 'février', 'fevrier', 'febrero', 'febbraio'],
    ['mar', 'march', 'märz', 'maerz', 'mars', 'marzo'],
    ['apr', 'april', 'avril', 'abril', 'aprile'],
    ['may', 'mai', 'mayo', 'maggio'],
    ['jun', 'june', 'juni', 'juin', 'junio', 'giugno'],
    ['jul', 'july', 'juli', 'juillet', 'julio', 'luglio'],
    ['aug', 'august', 'août', 'aout', 'agosto'],
    ['sep', 'sept', 'september', 'septembre', 'septiembre', 'settembre'],
    ['oct', 'october', 'oktober', 'okt', 'octobre', 'octubre', 'ottobre'],
    ['nov', 'november', 'novembre', 'noviembre'],
    ['dec', 'december', 'dezember', 'dez', 'décembre', 'decembre', 'diciembre', 'dicembre'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
const monthName = `(${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const numeric = /(?<!\d)(20\d\d|19\d\d)\s?[-./년年]\s?(\d{1,2})\s?[-./월月]\s?(\d{1,2})(?!\d)/u;
const compact = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/;
const monthFirst = new RegExp(
  `(?<!\\p{L})${monthName}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(20\\d\\d|19\\d\\d)`,
  'iu',
);
const dayFirst = new RegExp(
  `(?<!\\d)(\\d{1,2})\\.?(?:st|nd|rd|th)?[\\s-]+(?:de\\s+)?${monthName}\\.?,?[\\s-]+(?:de\\s+)?(20\\d\\d|19\\d\\d)`,
  'iu',
);

/** `12.03.2026` is the twelfth of March everywhere; `03/12/2026` is not, unless one of the two is no month. */
const dotted = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(20\d\d|19\d\d)(?!\d)/;
const slashed = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(20\d\d|19\d\d)(?![\d/])/;

/** The first full calendar date written in `text`, as `YYYY-MM-DD`; '' when there is none. Days and months without a year do not count. */
export function statedDate(text: string): string {
  const numbers = numeric.exec(text) ?? compact.exec(text);
  if (numbers) return isoDate(Number(numbers[1]), Number(numbers[2]), Number(numbers[3]));
  const american = monthFirst.exec(text);
  if (american) return isoDate(Number(american[3]), monthNumber(american[1]), Number(american[2]));
  const european = dayFirst.exec(text);
  if (european) return isoDate(Number(european[3]), monthNumber(european[2]), Number(european[1]));
  const german = dotted.exec(text);
  if (german) return isoDate(Number(german[3]), Number(german[2]), Number(german[1]));
  const [, first = 0, second = 0, year = 0] = (slashed.exec(text) ?? []).map(Number);
  if (first > 12) return isoDate(year, second, first);
  return second > 12 ? isoDate(year, first, second) : '';
}

function monthNumber(name: string | undefined): number {
  return months.get((name ?? '').toLowerCase()) ?? 0;
}

function isoDate(year: number, month: number, day: number): string {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real ? at.toISOString().slice(0, 10) : '';
}
