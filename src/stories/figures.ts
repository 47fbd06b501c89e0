/** A number in a text that says how much or how many. */
export interface Figure {
  /** The number itself: 16000000 for "16 million" and "1,600만". */
  value: number;
  kind: 'money' | 'percent' | 'amount';
  /** As it was written, with its scale and unit. */
  text: string;
  /** Where it starts in the text. */
  at: number;
}

const scales: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  t: 1e12,
  millionen: 1e6,
  mio: 1e6,
  milliarden: 1e9,
  mrd: 1e9,
  천: 1e3,
  만: 1e4,
  십만: 1e5,
  백만: 1e6,
  천만: 1e7,
  억: 1e8,
  십억: 1e9,
  백억: 1e10,
  천억: 1e11,
  조: 1e12,
};
const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const scale =
  'hundred|thousand|million|billion|trillion|millionen|milliarden|mio|mrd|mn|bn|tn|십만|백만|천만|십억|백억|천억|천|만|억|조';
const figure = new RegExp(
  String.raw`(?<![\p{L}\d.,-])([$€£¥₩])?\s?(${number})(?:\s?-?(${scale})|([kmbt])(?![\p{L}]))?(?:\s?(\d{1,4}(?:,\d{3})?)(만|천))?\s?(%|percent(?:age points?)?|퍼센트|프로)?\s?(dollars?|usd|euros?|won|달러|유로|원|위안)?(?![\d])`,
  'giu',
);
const monthBefore = /(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)\p{L}*\.?\s*$/iu;

/** The figures of a text in order. Years, days of a month, versions and places in a list are none. */
export function readFigures(text: string): Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(figure)) {
    const [whole, currency, digits = '', word, letter, rest, restScale, percent, money] = match;
    const unit = (word ?? letter ?? '').toLowerCase();
    // Twelve digits: 10.3 × 10⁸ is 1030000000.0000001 to a computer.
    const value = Number(
      (Number(digits.replaceAll(',', '')) * (scales[unit] ?? 1) + small(rest, restScale)).toPrecision(12),
    );
    const kind = percent ? 'percent' : currency || money ? 'money' : 'amount';
    const plain = kind === 'amount' && unit === '' && !digits.includes(',');
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const after = text.slice(match.index + whole.length, match.index + whole.length + 2);
    if (
      plain &&
      (isNoAmount(Number(digits), digits) || monthBefore.test(before) || /^\s?[년월일]/u.test(after))
    )
      continue;
    if (Number.isFinite(value))
      figures.push({
        value,
        kind,
        text: whole.trim(),
        at: match.index + (whole.length - whole.trimStart().length),
      });
  }
  return figures;
}

function small(digits: string | undefined, unit: string | undefined): number {
  return digits && unit ? Number(digits.replaceAll(',', '')) * (scales[unit] ?? 1) : 0;
}

/** Years and the small numbers of lists, days and versions. */
function isNoAmount(value: number, digits: string): boolean {
  return value < 13 || (digits.length === 4 && value >= 1900 && value < 2100) || digits.includes('.');
}
