import type { Bilingual } from '../briefs/brief.ts';

const gap = '[^.!?。]{0,24}?';
const koreanThing =
  '(?:시사점|시사하는 바|연관성|관련성|연관|관련|의미|가치|영향|임팩트|효과|활용도|활용성|활용 가능성|적용|인사이트|교훈)';
const particle = '(?:은|는|이|가|을|를|도|의|과는|과의|와는)?';

/** Sentences by which a so-what says, in Korean, that nothing follows for the reader. */
const korean: RegExp[] = [
  // “직접적인 시사점은 없다”, “직접적 연관성이 낮은”, “직접적인 비즈니스 시사점은 제한적”
  new RegExp(
    `직접(?:적|적인)?\\s${gap}${koreanThing}${particle}\\s?(?:매우 |거의 |다소 |크게 |그리 )?(?:없|낮|적[다고으]|제한적|미미|희박|크지 않|높지 않)`,
  ),
  // “특별한 시사점이 없다”, “뚜렷한 연관성은 없음”
  new RegExp(
    `(?:특별한|뚜렷한|별다른|구체적인|실질적인|즉각적인|명확한|전략적) ?(?:비즈니스 |전략적 )?${koreanThing}${particle}\\s?(?:거의 )?(?:없|제한적|미미)`,
  ),
  // “시사점을 도출하기 어렵다”, “인사이트를 제공하지 못한다”
  /(?:시사점|인사이트|연관성|관련성)(?:은|는|이|가|을|를)?\s?(?:도출|파악|확인|제공|제시|찾|판단)[^.!?。]{0,8}?(?:어렵|어려|힘들|않|못|없)/,
  /(?:과|와|에|에는)\s(?:전혀 )?무관(?:하|함|합|해)/,
  // “D2C 연관성은 제한적이다.”, at the end of a sentence
  /(?:시사점|연관성|관련성)(?:은|는|이|가)\s?(?:매우 |거의 |다소 )?(?:제한적|낮|없)(?:습니다|입니다|이다|다|음|임|으며)?\s*(?:[.。]|$)/,
  /원문에서 (?:확인|언급)되지 않/,
  /^\s*(?:해당\s?(?:사항\s?)?없음|시사점\s?없음|없음|정보\s?없음)\s*[.。]?\s*$/,
];

const englishThing =
  '(?:implications?|relevance|connections?|impact|value|utility|applicability|applications?|insights?|bearing|takeaways?|significance|usefulness)';
const plainKind =
  '(?:d2c |dtc |business |commercial |strategic |practical |operational |marketing |commerce )*';

/** The same in English. */
const english: RegExp[] = [
  new RegExp(
    `\\b(?:no|not any|little|limited|minimal|low|negligible|lacks?(?: any)?|without)\\s(?:or no\\s)?(?:direct|directly|immediate|immediately|specific|significant|particular|apparent|clear|obvious|actionable|meaningful|tangible)\\s(?:and \\w+ |or \\w+ )?${plainKind}${englishThing}`,
    'i',
  ),
  new RegExp(
    `\\b(?:no|little|limited|minimal|negligible)\\s${plainKind}(?:implications?|relevance|applicability|takeaways?)`,
    'i',
  ),
  new RegExp(
    `\\b(?:direct|d2c|dtc|business|commercial|strategic)\\s${plainKind}${englishThing}\\s(?:is|are|remains?|seems?|appears?)\\s(?:very |quite |rather |fairly |still )?(?:limited|minimal|low|negligible|marginal|unclear|absent)`,
    'i',
  ),
  /\bnot\s(?:directly|immediately|particularly|especially)?\s?(?:relevant|applicable)\b/i,
  /\b(?:unrelated|irrelevant)\s(?:to|for)\b/i,
  /\b(?:implications?|insights?|takeaways?)\s(?:cannot|can't|could not|can not)\sbe\s/i,
  new RegExp(
    `\\b(?:difficult|hard|impossible)\\sto\\s(?:derive|draw|determine|identify)\\s${plainKind}(?:implications?|insights?|conclusions?)`,
    'i',
  ),
  new RegExp(
    `\\b(?:fail(?:s|ing)? to|do(?:es)? not|doesn't)\\s(?:offer|provide|deliver|contain|carry)\\s(?:any )?(?:actionable |practical |direct |specific |clear )?${plainKind}(?:insights?|implications?|takeaways?)`,
    'i',
  ),
  /\bnot (?:confirmed|stated|mentioned|disclosed) in (?:the )?(?:source|original|article)/i,
  /^\s*(?:n\/?a|none|nothing follows|not applicable|no so[- ]what)\s*\.?\s*$/i,
];

/**
 * Whether a so-what itself says that nothing follows from the news (“no direct relevance to …”, “직접적인 시사점은 없다”).
 * Said in one of the languages is enough; an empty so-what says nothing and is not counted.
 */
export function nothingFollows(soWhat: Bilingual): boolean {
  const texts = [soWhat.ko, soWhat.en].map((text) => text.normalize('NFC').replace(/\s+/g, ' '));
  return texts.some((text) => [...korean, ...english].some((pattern) => pattern.test(text)));
}
