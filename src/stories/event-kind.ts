/**
 * The kinds of event business news is about, by the words that tell them, in both languages.
 * Two briefs about one company that tell different kinds are rarely about one event.
 */
const kinds: readonly RegExp[] = [
  // launch
  /\b(?:launch|unveil|debut|introduc|releas|roll(?:s|ed|ing)? out|announc\w+ (?:a |its )?new|now lets|adds?\b|expand|open(?:s|ed)? up)|출시|공개|선보|도입|추가|확대/iu,
  // buying and selling companies
  /\b(?:acqui(?:r|s)|buys?\b|bought|merg|takeover|to be sold|divest|sell(?:s|ing)? (?:its|to|for)|(?:been )?sold (?:to|for)|takes? over|spin[- ]?off|split)|인수|합병|매각|분할/iu,
  // people
  /\b(?:appoint|names?\b.{0,40}\b(?:chief|ceo|cmo|cfo|cto|president|officer|head|vp|vice)|hires?\b|taps?\b|step(?:s|ping)? down|succe(?:ed|ss)or|resign|depart|promot(?:ed|es) to|new (?:ceo|cmo|cfo|cto|boss))|임명|선임|사임|퇴임|후임/iu,
  // results
  /\b(?:q[1-4]\b|(?:first|second|third|fourth|full)[- ](?:quarter|year)|quarter|earnings|net sales|comparable|comps?\b|revenue (?:grew|rose|fell|drop|growth)|sales (?:grew|rose|fell|jump|up|down|drop|slide|growth)|fiscal)|분기|실적|매출 ?(?:증가|감소|성장)|순매출/iu,
  // cuts
  /\b(?:lay(?:s|ing)? ?offs?|lay off|job cuts?|cuts? (?:jobs|staff|\d)|axes|bankrupt|chapter 11|clos(?:e|es|ing) stores?|store closures?|shut(?:s|ting)? down|discontinu)|감원|해고|구조조정|파산|폐점|중단/iu,
  // law
  /\b(?:court|lawsuit|sues?\b|sued|suing|ruling|judge|jury|trial|antitrust|regulator|subpoena|settle|ftc\b|attorneys? general|legislation|ban(?:s|ned)?\b|investigat|probe|tariff)|법원|소송|판결|재판|규제|조사|관세/iu,
  // partnership
  /\b(?:partner|collaborat|team(?:s|ed)? up|alliance|pact|joins?\b|integrat|deal with)|제휴|협력|파트너십|협약|손잡/iu,
  // money
  /\b(?:rais(?:es|ed|ing) \$|funding|series [a-f]\b|seed round|valuation|invest(?:s|ed|ing|ment)|ipo\b|go(?:es|ing)? public|stock|shares (?:fell|rose))|투자|유치|상장|기업가치|주가/iu,
  // campaign
  /\b(?:campaign|commercial|super bowl|ad spot|stars? in|sponsor|celebrit|ambassador)|캠페인|광고 ?모델|홍보대사/iu,
  // survey
  /\b(?:survey|study|research|report finds|according to (?:a|new) (?:survey|study|report)|benchmark|index)|설문|조사 결과|연구|보고서/iu,
  // stores and plants
  /\b(?:opens? (?:a |its |new |\d)|new stores?|store openings?|flagship|warehouse|fulfillment center|data center|facility|factory)|매장|물류센터|데이터센터|공장/iu,
];

/** Titles that look back at an event, explain it or judge it instead of telling it. */
const afterthought =
  /^(?:why|how|what|inside|where|when|is|are|can|will|does|do|should|who)\b|\b(?:what .{0,60} means?|explained|takeaways?|lessons?|a (?:closer|deeper) look|deep dive|analysis|opinion|q&a|interview|reacts?|react(?:s|ion)|aftermath|fallout|amid|after\b|wake of|reveals? about|so far|behind the)|briefing:|[‘“"'][^’”"']{12,}[’”"']|\?$|분석|의미|이유|전망|반응|해설/iu;

/** One bit for each kind of event the text tells. */
export function eventKinds(text: string): number {
  let bits = 0;
  for (const [index, kind] of kinds.entries()) if (kind.test(text)) bits |= 1 << index;
  return bits;
}

/** Of the kinds of event that either tells, those that both tell: 0..1; 0 where neither tells any. */
export function sharedKinds(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : countBits(a & b) / countBits(a | b);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** True for a title that explains or judges an event instead of telling it. */
export function isAfterthought(title: string): boolean {
  return afterthought.test(title);
}
