/** A quantity that a text gives by its size alone: at least `low`, below `high`. */
export interface VagueNumber {
  text: string;
  low: number;
  high: number;
}

const koreanSizes: Record<string, number> = { 십: 10, 백: 100, 천: 1000, 만: 1e4, 억: 1e8, 조: 1e12 };
const korean =
  /(?<![\p{L}\d])(?:수|몇\s?)([십백천]?)([만억조]?)(?=\s?(?:여|%|퍼센트|달러|원|유로|엔|위안|명|개|건|곳|대|배|년|종|가지|톤|회|시간|사용자|고객|이용자|\P{L}|$))/gu;
const englishSizes: Record<string, number> = {
  dozen: 12,
  ten: 10,
  decade: 10,
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};
const english =
  /(?<![\p{L}\d])(?:(ten|dozen|hundred|thousand|million|billion|trillion)s(?:\sof\s(thousand|million|billion|trillion)s)?|(?:several|a\sfew|many)\s(dozen|hundred|thousand|million|billion)|multi-?\s?(million|billion)|(decade)s)(?!\p{L})/giu;

/** Quantities like `수십억` and `tens of millions`. */
export function vagueNumbers(text: string): VagueNumber[] {
  return [
    ...[...text.matchAll(korean)]
      .filter(([, small, large]) => small !== '' || large !== '')
      .map(([found, small = '', large = '']) =>
        range(found, (koreanSizes[small] ?? 1) * (koreanSizes[large] ?? 1), 10),
      ),
    ...[...text.matchAll(english)].map(
      ([found, plural = '', of = '', several = '', multi = '', decades = '']) => {
        const size = englishSizes[(plural || several || multi || decades).toLowerCase()] ?? 1;
        if (of !== '') return range(found, size * (englishSizes[of.toLowerCase()] ?? 1), 10);
        return range(found, size, size < 1000 ? 10 : 1000);
      },
    ),
  ];
}

function range(text: string, low: number, factor: number): VagueNumber {
  return { text: text.trim(), low, high: low * factor };
}
