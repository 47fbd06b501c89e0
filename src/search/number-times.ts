import { type Day, type Days, dateOf, halfOf, monthOf, one, quarterNamed } from './calendar.ts';
import { BEFORE_BOUND, int, rule, type TimeReader, yearIn } from './time-reader.ts';

/** No part of a longer figure, an address or an amount. */
const ALONE = '(?<![-./:#$€£₩+~])';
const END = '(?![%‰]|[-./:~] ?\\d| of )';
/** What may stand behind a date in Korean. `6/30의` may be a fraction, and so may `1/20로`. */
const BEHIND = `(?:(?:일|에|에는|자)?(?![\\uac00-\\ud7a3])|${BEFORE_BOUND})`;
/** `2026.06.30`, `2026. 6. 30.`, `2026/06/30`, `2026-06-30`. */
const FULL = '(20\\d\\d)[-./] ?(\\d{1,2})[-./] ?(\\d{1,2})\\.?';
const SHORT = '(\\d{1,2})/(\\d{1,2})';
/** Either; five groups. */
const DATE = `(?:${FULL}|${SHORT})`;
const TO = ' ?(?:[~–-]|부터|에서|to|till|until|through) ?';
const UP_TO = '(?: ?(?:까지|사이)(?:의|에|는)?)?';
/** A month and a day beyond twelve, or one with a nought before it, is no fraction (1/2, 3/4) and no `24/7`. */
const CLEAR = '(?=\\d{1,2}/(?:1[3-9]|[23]\\d)|0\\d/|\\d{1,2}/0)';
/** What says that a time follows, or that one was just said. */
const SAID = '(?:on |(?<=(?:since|until|till|before|after|from) ))';
const SAID_BEHIND = '(?= ?(?:부터|까지|이후|이전))';
/** The attacks, unless it has a year. */
const NO_NAME = '(?!9/11(?!\\d))';
const SPAN_YEAR = '(20\\d\\d)';

/** Times written in numbers, as in both languages; ranges before the dates that they are made of. */
export const numberTimes: readonly TimeReader[] = [
  rule(`between ${DATE} and ${DATE}${END}`, range),
  rule(`${ALONE}(?:(?:from|since) )?${DATE}${TO}${DATE}${UP_TO}${END}(?![\\uac00-\\ud7a3])`, range),
  rule(`${ALONE}${SHORT} ?[~–-] ?(\\d{1,2})(?:일|일까지|까지)?${END}(?![\\uac00-\\ud7a3])`, (m, today) => {
    const last = dateOf(undefined, int(m[1]), int(m[3]), today);
    return [dateOf(undefined, int(m[1]), int(m[2]), last), last];
  }),
  rule(`${ALONE}(?:on )?${FULL}${END}${BEHIND}`, (m, today) =>
    one(dateOf(int(m[1]), int(m[2]), int(m[3]), today)),
  ),
  rule(`${ALONE}(?:on )?${SHORT}/${SPAN_YEAR}${END}${BEHIND}`, (m, today) => {
    const [month = 0, day = 0] = int(m[1]) > 12 ? [int(m[2]), int(m[1])] : [int(m[1]), int(m[2])];
    return one(dateOf(int(m[3]), month, day, today));
  }),
  rule(`${ALONE}(?:in )?${SPAN_YEAR}[-./](0\\d|1[0-2])(?!\\d)${END}월?${BEHIND}`, (m, today) =>
    monthOf(int(m[1]), int(m[2]), today),
  ),
  rule(`${ALONE}${NO_NAME}(?:${CLEAR}|${SAID})${SHORT}(?!\\d)${END}${BEHIND}`, short),
  rule(`${ALONE}${NO_NAME}${SHORT}(?!\\d)${SAID_BEHIND}${BEHIND}`, short),
  rule(`(?:in )?h([12])(?: of|,)? ?(?:${SPAN_YEAR}|['’](\\d\\d))`, half),
  rule(`(?:in )?([12])h(?: ?${SPAN_YEAR}|['’]?([12]\\d))`, half),
  rule(`(?:in )?${SPAN_YEAR} ?(?:h([12])|([12])h)`, (m) => halfOf(int(m[1]), int(m[2] ?? m[3]))),
  rule(`(?:in )?([1-4])q(?: ?${SPAN_YEAR}|['’]?([12]\\d))`, (m, today) =>
    quarterNamed(int(m[1]), yearIn(m[2] ?? m[3]), today),
  ),
  rule(`(?:in )?${SPAN_YEAR} ?(?:q([1-4])|([1-4])q)`, (m, today) =>
    quarterNamed(int(m[2] ?? m[3]), int(m[1]), today),
  ),
];

function short(m: RegExpExecArray, today: Day): Days {
  return one(dateOf(undefined, int(m[1]), int(m[2]), today));
}

function half(m: RegExpExecArray): Days {
  return halfOf(yearIn(m[2] ?? m[3]) ?? Number.NaN, int(m[1]));
}

/** From one date to the other; one of no year is the latest that has been, then the latest before that. */
function range(m: RegExpExecArray, today: Day): Days {
  const last = dateOf(yearIn(m[6]), int(m[7] ?? m[9]), int(m[8] ?? m[10]), today);
  const from = dateOf(yearIn(m[1]), int(m[2] ?? m[4]), int(m[3] ?? m[5]), last);
  return [from, last];
}
