import type { AliasTable } from '../search/alias-table.ts';
import { termsOfText } from '../search/terms-of-text.ts';
import { titledPeople, wordsOfPerson } from './korean-person.ts';
import { lettersSaid } from './letter-names.ts';
import { isKnownTraced, type KnownName, knownNamesIn, type NameEvidence } from './name-evidence.ts';
import { wordsOfPlace } from './places.ts';
import { isSpoken } from './spoken-name.ts';

/** What Korean companies are called after their trade. */
const tails =
  '물류 전자 마트 은행 그룹 증권 제약 건설 통신 카드 생명 화학 중공업 자동차 항공 백화점 홈쇼핑 식품'.split(
    ' ',
  );
/** Kinds of such a thing: they name nobody. */
const kinds = new Set(
  '스 신용 체크 선불 직불 법인 기프트 교통 그래픽 메모리 유심 건강 건강보조 즉석 가공 냉동 간편 발효 중앙 투자 시중 지방 상업 저축 인터넷 전문 대형 중소 이동 무선 유선 정보 데이터 위성 근거리 양자 광 가전 소비 운전 참 발 환 도 입 저 기 스마 슈퍼 하이퍼 연구 사용자 소그 포커스 워킹 하위 상위 대 소 비교 통제 실험 동료 소셜 전기 수소 자율주행 친환경 승용 상용 생활 온라인 오프라인 글로벌 국제 국내 해외 국영 민간 저비용 저가 석유 정밀 바이오 대체 유기농 반려동물 국제 콜드체인 스마트 풀필먼트 도심 신선 새벽 당일 토목 주택 종합 대기업 기업 개인 특수 디지털'.split(
    ' ',
  ),
);

/** Hangul words of a text that name somebody by what they end in, before or spell, and whom the source does not name. */
export function untoldHangul(
  text: string,
  known: readonly KnownName[],
  source: NameEvidence,
  aliases: AliasTable,
): string[] {
  const judged = new Set(known.flatMap((name) => name.text.split(' ')));
  const isSaid = (word: string) =>
    source.hangul.has(word) || [...source.hangul].some((each) => each.startsWith(word));
  const words = termsOfText(text)
    .filter(({ word, term, form }) => word.script === 'hangul' && !judged.has(form) && !judged.has(term))
    .map(({ term }) => term);
  const companies = words.filter((word) => !isSaid(word) && isUntoldCompany(word, source, aliases));
  const initials = words.filter((word) => !isSaid(word) && isUntoldInitials(word, source));
  const people = titledPeople(text).filter(
    (name) => !isSaid(name) && !judged.has(name) && wordsOfPerson(name, source.latin).length === 0,
  );
  return [...new Set([...companies, ...initials, ...people])];
}

function isUntoldCompany(word: string, source: NameEvidence, aliases: AliasTable): boolean {
  const tail = tails.find((each) => word.length > each.length && word.endsWith(each));
  if (tail === undefined) return false;
  const head = word.slice(0, -tail.length);
  if (kinds.has(head) || tails.includes(head)) return false;
  const places = wordsOfPlace(head);
  if (places.length > 0) return !places.some((place) => source.latin.has(place));
  const latin = [...source.latin];
  if (latin.some((each) => isSpoken(head, each) || isSpoken(word, each))) return false;
  // 신한은행 of Shinhan: a head of the alias file counts under any of its names.
  return (
    !source.hangul.has(head) &&
    !knownNamesIn(head, aliases).some((each) => isKnownTraced(each, source, aliases))
  );
}

function isUntoldInitials(word: string, source: NameEvidence): boolean {
  const said = lettersSaid(word);
  if (said === '') return false;
  const latin = [...source.latin];
  return (
    !latin.some((each) => each.startsWith(said) || isSpoken(word, each)) && !source.initials.includes(said)
  );
}
