/** What a page says to those who look at it, and no brief about the page does. */
const english =
  /\b(?:click (?:here|below|on (?:the|this))|tap (?:here|below)|(?<!\bto )(?:sign up|register|subscribe|apply|enrol+|buy|order|download|upgrade|update|book|claim|donate|invest|act|join|call|log in) (?:now(?!,? pay)|today|here|before it)\b|(?:claim|redeem|get|collect) your (?:\p{L}+ ){0,2}(?:prize|reward|gift|bonus|coupon|refund|discount|spot|seat|tokens?|coins?)|(?:use|enter) (?:the )?(?:promo |discount |coupon )?code\b|send (?:us |me )?your (?:\p{L}+ )?(?:password|token|key|details|address|card|number)|(?:dm|text|message|e-?mail|contact|call) (?:us|me)\b|verify your (?:\p{L}+ )?(?:account|identity|e-?mail|details|wallet)\b|follow us\b|visit our\b|(?:don['’]?t|do not) miss (?:out|this)|reply (?:with|to this)|limited[- ]time offer|ignore (?:all |any |the |your )?(?:previous|prior|above|earlier) (?:instructions|messages|rules))/iu;
/** How a sentence begins that asks something of its reader. A sentence of news has somebody in it who does it. */
const englishOpening =
  /(?:^|[.!?:;…—]\s+|\n\s*(?:[-•*]\s*)?)(?:(?:please|just|simply|so|now|and|today)[,\s]+)*(?:make sure|be sure|hurry|don['’]?t (?:miss|wait|forget|delay|hesitate)|do not (?:miss|wait|forget|delay|hesitate)|scan (?:the|this|our|your)|check out|sign up|subscribe|click|tap|visit|download|register|learn more|find out more|read more|get yours?|grab|log ?in|join us|try it|send|forward|contact|stay tuned)\b/iu;
/** Where a sentence begins, or what follows `If you use it,` and `so`. */
const opening =
  /(?:^|[.!?:;…—]["”’)]*\s+|\n\s*(?:[-•*]\s*)?)(?:(?:if|when|before|to|for)\b[^.!?,\n]{3,80},\s+)?(?:(?:please|just|simply|so|now|and|today|then|instead|also)[,\s]+)*/
    .source;
const asked =
  'act|move|upgrade|update|install|uninstall|buy|sell|pay|transfer|switch|start|stop|try|take|get|go|head|check|change|reset|review|enable|disable|share|tell|vote|ask|watch|read|see|open|use|follow|pre-?order|order|save|secure|book|claim|join|call|enter|submit|confirm|verify|protect|donate|invest|choose|pick|remove|delete|avoid|discover|explore|browse|back up|turn o(?:n|ff)';
/** A bare verb with what it is about. Without one the word may be a noun: `Share buybacks`, `Use of the app`, `Update to the app`. */
const englishRequest = new RegExp(
  `${opening}(?:(?:${asked})\\s(?:the|your|this|these|those|that|an?|our|its?|their|them|every|all|out|over|ahead|back|advantage|fast|quickly|early|soon|today|now|immediately|\\d+%)(?!\\p{L})|(?:${asked})\\s(?!of\\b)[^.!?\\n]{0,80}(?<!\\p{L})(?:immediately|right away|at once|as soon as possible|asap|without delay|today|now|for (?:details|more))(?=\\s*(?:[.!?…,;]|$))|(?:stop|start|keep|consider|try)\\s\\p{L}+ing\\b|(?:buy|enable|follow)\\s\\p{L}|vote for\\b|reach out\\b|head (?:over )?to\\b|remember to\\b|let us know\\b|never miss\\b|why not\\b|start your\\b)`,
  'iu',
);
/** What is said to the reader's face. */
const toReader =
  /\byou (?:(?:really|also|now) )?(?:should|must|need to|have to|ought to|had better|['’]d better)\b|\b(?:urge|encourage|advise|invite|ask|beg|want) you to\b|\breaders (?:are (?:urged|advised|asked|invited|encouraged)|should|must)\b/iu;
/** The endings of Korean requests to whoever reads them; news is told in others. */
const korean =
  /(?:세요|십시오|(?<=기 ?)바랍니다|[갑놉맙밉봅십씁압옵읍입잡줍집찹춥폅합]시다)(?![\p{Script=Hangul}])|하자(?=\s*(?:[.!]|$))|(?:클릭|가입|구독|신청|구매|주문|다운로드|예약|송금|입금|접속|방문|로그인|팔로우)\s?(?:을|를)?\s?바랍니다|이전 (?:지시|명령|규칙)(?:은|는|을|를|사항)? ?(?:모두 )?무시/mu;
/** Wishes, orders and what one puts to oneself, where a sentence ends with them: what somebody said goes on with 고. */
const koreanEnding =
  /(?:[하보시주]길|[하보시주]기를?)\s?(?:바란다|바랍니다|바라며|권한다|권합니다|권해|추천(?:한다|합니다|드))(?!고)|(?:부탁|당부)\s?(?:드립니다|드린다|드려요|드리며|드리겠|해요)(?!고)|(?:(?<!사)하라|[해써둬꿔봐]라|지 ?[말마]라|지 ?말자|서두르자|[아어해써]\s?보자|[해써]\s?봐요?|[하보]시죠|시면 됩니다|시길|요망|(?:확인|연락|문의|회신|신청|참고|주의|클릭|참여|제출|방문|접속|가입)\s?(?:하시?기\s?)?바람)(?=\s*(?:[.!…]|$))|지금 (?:바로 )?(?:신청|가입|구매|주문|등록|예약)(?:하면|하시)/mu;

const quoted =
  /(?<![\p{L}\p{N}])'[^'\n]{0,300}'(?!\p{L}{2})|“[^“”\n]{0,300}”|"[^"\n]{0,300}"|‘[^‘’\n]{0,300}’|「[^」\n]{0,300}」|『[^』\n]{0,300}』/gu;

/**
 * Whether a text calls on whoever reads it to do something: to click, sign up, pay, write. What somebody says in
 * quotation marks is told, not asked, as often as the source quotes such a call, too.
 */
export function callsOnReaders(text: string, source: string): boolean {
  const quotedCalls = callsQuotedIn(text).length;
  return calls(quotedCalls <= callsQuotedIn(source).length ? text.replace(quoted, ' ') : text);
}

function callsQuotedIn(text: string): string[] {
  return (text.match(quoted) ?? []).filter((each) => each.length > 3 && calls(each.slice(1, -1)));
}

function calls(text: string): boolean {
  const patterns = [english, englishOpening, englishRequest, toReader, korean, koreanEnding];
  return patterns.some((pattern) => pattern.test(text));
}
