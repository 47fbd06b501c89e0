import type { AliasTable } from '../search/alias-table.ts';
import { termsOfText } from '../search/terms-of-text.ts';
import { foreignOdds } from '../search/transliteration.ts';
import { isLoanword, isPart } from './loanwords.ts';
import { isOfNames, type KnownName, type NameEvidence } from './name-evidence.ts';
import { isSpoken } from './spoken-name.ts';

/** Log odds from which a Hangul word looks like a foreign one. */
const leastForeign = 3;
const shortest = 3;
/** Syllables: what is longer is no word, and is not taken apart to see whether it explains itself. */
const longest = 30;
/** Korean verbs and adjectives may have syllables that sound foreign. */
const korean =
  /^(?:그러|아니|벗어|드러|나타|이로|다르|다룬|하나|불러|도와|이끌|이어|나서|이루|어우르|기르|따르|치르|버리|누리|노리|드리|올리|내리)|(?:니다|[았었였했섰켰됐렸났]다|던|바른|[러로]운)$/u;

/** Words that Korean took over and changed, so that no English one is heard in them. */
const takenOver =
  '빅테크 빅데이터 비즈니스 콘텐츠 컨텐츠 트렌드 서비스 에이전트 에이전틱 에이전시 커머스 이커머스 리테일 리워드 알고리즘 하이브리드 내레이션 나레이션 옴니채널 소프트웨어 하드웨어 프로세스 이니셔티브 인터페이스 라이선스 라이센스 카테고리 셀러브리티 인플루언서 크리에이터 크리에이티브 엔터테인먼트 스트리밍 스토어 스타일 스포츠 프리미엄 프로모션 프로젝트 프로그램 파트너 패러다임 트래픽 툴 테스트 커뮤니티 커뮤니케이션 캠페인 코로나 클라우드 클릭 라이프 라이브 로열티 로드맵 리더 리스크 마케터 메시지 모바일 바이어 밸류 브랜드 사이클 사이트 시나리오 시리즈 시스템 아이템 애플리케이션 어시스턴트 업데이트 오디언스 온라인 오프라인 워크플로 인사이트 인센티브 인프라 컨설팅 컨퍼런스 퍼포먼스 포인트 플레이어 딜메이커 모니터링 벤치마킹 커스터마이징 에너지 데이터 디지털 디스플레이'.split(
    ' ',
  );

const plainWords = new WeakMap<AliasTable, ReadonlySet<string>>();

/** Hangul words of the alias file that name nobody: 플랫폼, 리테일러. */
function plainHangul(aliases: AliasTable): ReadonlySet<string> {
  const known = plainWords.get(aliases);
  if (known) return known;
  const groups = [...aliases.byKey.values()].flat().filter((group) => !isOfNames(group));
  const words = new Set([
    ...takenOver,
    ...groups.flatMap((group) => group.flatMap(({ text }) => text.match(/[\uac00-\ud7a3]{2,}/gu) ?? [])),
  ]);
  plainWords.set(aliases, words);
  return words;
}

/** Whether a word spells one of the source, or some of them, or one beside a Korean word or one taken over. */
function isExplained(word: string, latin: readonly string[]): boolean {
  const spells = (part: string) => part.length > 1 && latin.some((each) => isSpoken(part, each));
  if (spells(word)) return true;
  return splits(word).some((start) => {
    const end = word.slice(start.length);
    if (end === '') return false;
    if (!spells(start)) return isPart(start) && spells(end);
    return isPart(end) || isExplained(end.replace(/^앤(?=..)/u, ''), latin);
  });
}

/** What a word begins with, of two syllables at least. */
function splits(word: string): string[] {
  return [...word].slice(1).map((_syllable, at) => word.slice(0, at + 2));
}

/**
 * Hangul words of a Korean text that look like foreign names and spell nothing in the source.
 * @param known names of the alias file in the text, which are judged by themselves
 */
export function foreignWords(
  text: string,
  known: readonly KnownName[],
  source: NameEvidence,
  aliases: AliasTable,
): string[] {
  const plain = plainHangul(aliases);
  const judged = new Set(known.flatMap((name) => name.text.split(' ')));
  const words = new Map(
    termsOfText(text)
      .filter(({ word }) => word.script === 'hangul')
      .map(({ term, form }) => [form, term.replace(/(?<=..)(?:이?다|이?나)$/u, '')]),
  );
  return [...words]
    .filter(([form, term]) => {
      if (term.length > longest) return ![...source.hangul].some((each) => term.startsWith(each));
      if (term.length < shortest || korean.test(form) || foreignOdds(term) < leastForeign) return false;
      if ([form, term].some((each) => judged.has(each) || source.hangul.has(each))) return false;
      if (splits(term).some((start) => plain.has(start) && isPart(term.slice(start.length)))) return false;
      if ([...source.hangul].some((each) => each.length > 1 && term.startsWith(each))) return false;
      return !isExplained(term, [...source.latin]) && !isLoanword(term);
    })
    .map(([form]) => form);
}
