/** What a number measures; '' where the text does not say. `JPY|CNY` is one of the two. */
export type Unit = string;

/** What a word for something near a number may stand for: `doubled` is 두 배. */
export const anyUnit: Unit = '*';

const after: [Unit, RegExp][] = [
  // Three points from 6% are 9%, three percent are 6.2%.
  [
    'points',
    /^(?:%\s?-?(?:pp?(?!\p{L})|points?(?!\p{L})|포인트)|percentage[\s-]points?|퍼센트\s?포인트|pp(?!\p{L}))/iu,
  ],
  ['percent', /^(?:%|percent|per\scent|퍼센트|パーセント|prozent(?!\p{L}))/iu],
  ['USD', /^(?:dollars?(?!\p{L})|달러|ドル|美元|usd(?!\p{L}))/iu],
  ['EUR', /^(?:euros?(?!\p{L})|유로(?!파)|ユーロ|欧元|eur(?!\p{L})|€)/iu],
  ['GBP', /^(?:pounds?(?!\p{L})|파운드|ポンド|gbp(?!\p{L})|£)/iu],
  ['KRW', /^(?:won(?!\p{L})|원(?![칙자천인소색장유점])|ウォン|krw(?!\p{L}))/iu],
  ['JPY', /^(?:yen(?!\p{L})|엔(?![비진터지드])|円|日元|jpy(?!\p{L}))/iu],
  ['CNY', /^(?:yuan(?!\p{L})|위안|元|人民|rmb(?!\p{L})|cny(?!\p{L}))/iu],
  ['INR', /^(?:rupees?(?!\p{L})|루피|inr(?!\p{L}))/iu],
  ['times', /^(?:배(?![럴당치송포달터정열경])|times(?!\p{L})|x(?![\p{L}\d])|×|fold(?!\p{L})|倍)/iu],
  ['count', /^(?:여\s?)?(?:명|개(?![월발인선척])|건(?![물강설])|곳|人|名)/u],
];
const before: [Unit, RegExp][] = [
  ['USD', /(?:\$|(?<!\p{L})usd)\s?$/iu],
  ['EUR', /(?:€|(?<!\p{L})eur)\s?$/iu],
  ['GBP', /(?:£|(?<!\p{L})gbp)\s?$/iu],
  ['KRW', /(?:₩|(?<!\p{L})krw)\s?$/iu],
  ['JPY|CNY', /¥\s?$/u],
  ['CNY', /(?<!\p{L})(?:rmb|cny)\s?$/iu],
  ['INR', /(?:₹|(?<!\p{L})(?:rs\.?|inr))\s?$/iu],
];

/** The unit that stands before or after a number. */
export function unitOf(textBefore: string, textAfter: string): Unit {
  const next = textAfter.replace(/^[\s-]/u, '');
  return (
    before.find(([, pattern]) => pattern.test(textBefore))?.[0] ??
    after.find(([, pattern]) => pattern.test(next))?.[0] ??
    ''
  );
}

/** Whether a number in the one unit is stated by the same number in the other. */
export function isSameUnit(unit: Unit, stated: Unit): boolean {
  if (unit === '' || stated === anyUnit) return true;
  if (unit === 'count' && stated === '') return true;
  const of = stated.split('|');
  return unit.split('|').some((each) => of.includes(each));
}
