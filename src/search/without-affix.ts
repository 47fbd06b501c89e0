import { type Term, termsOfText } from './terms-of-text.ts';

/** Syllables that make a new noun of one before them (광고비, 픽셀폰, 업무용), or of one after them (재입고, 줄이탈). */
const AFTER = new Set(
  '용 형 별 식 판 폰 앱 칩 팀 권 값 비 률 율 층 점 상 계 류 장 품 물 부 관 제 성 화 망 급 측 사 업 자 난 력 론 법 안 국 군 감 당 세'.split(
    ' ',
  ),
);
const BEFORE = new Set(
  '신 재 탈 초 고 저 무 비 대 소 친 반 타 현 총 전 구 첫 맨 차 줄 생 본 각 매 새 주 최'.split(' '),
);
const SHORTEST_STEM = 2;

/** An unknown Hangul word without the syllable that makes it of a known one; undefined where it is none such, or a name. */
export function withoutAffix(
  { form, word }: Term,
  isKnown: (stem: Term) => boolean,
  isName: () => boolean,
): Term | undefined {
  if (word.script !== 'hangul' || form.length <= SHORTEST_STEM) return undefined;
  const stems = [
    ...(AFTER.has(form.slice(-1)) ? [form.slice(0, -1)] : []),
    ...(BEFORE.has(form.charAt(0)) ? [form.slice(1)] : []),
  ];
  const stem = stems.flatMap((text) => termsOfText(text)).find(isKnown);
  return stem && !isName() ? stem : undefined;
}
