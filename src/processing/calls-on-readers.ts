/** What a page says to those who look at it, and no brief about the page does. */
const english =
  /\b(?:click (?:here|below|on (?:the|this))|tap (?:here|below)|(?:sign up|register|subscribe|apply|enrol+|buy|order|download|upgrade|update|book|claim|donate|invest|act|join|call|log in) (?:now(?!,? pay)|today|here|before it)\b|(?:claim|redeem|get|collect) your (?:\p{L}+ ){0,2}(?:prize|reward|gift|bonus|coupon|refund|discount|spot|seat|tokens?|coins?)|(?:use|enter) (?:the )?(?:promo |discount |coupon )?code\b|send (?:us |me )?your (?:\p{L}+ )?(?:password|token|key|details|address|card|number)|(?:dm|text|message|e-?mail|contact|call) (?:us|me)\b|verify your (?:\p{L}+ )?(?:account|identity|e-?mail|details|wallet)\b|follow us\b|visit our\b|(?:don['’]?t|do not) miss (?:out|this)|reply (?:with|to this)|limited[- ]time offer|ignore (?:all |any |the |your )?(?:previous|prior|above|earlier) (?:instructions|messages|rules))/iu;
/** How a sentence begins that asks something of its reader. A sentence of news has somebody in it who does it. */
const englishOpening =
  /(?:^|[.!?:;…—]\s+|\n\s*(?:[-•*]\s*)?)(?:(?:please|just|simply|so|now|and|today)[,\s]+)*(?:make sure|be sure|hurry|don['’]?t (?:miss|wait|forget|delay|hesitate)|do not (?:miss|wait|forget|delay|hesitate)|scan (?:the|this|our|your)|check out|sign up|subscribe|click|tap|visit|download|register|learn more|find out more|read more|get yours?|grab|log ?in|join us|try it|send|forward|contact|stay tuned)\b/iu;
/** The endings of Korean requests to whoever reads them; news is told in others. */
const korean =
  /(?:세요|십시오|(?<=기 ?)바랍니다|[갑놉맙밉봅십씁압옵읍입잡줍집찹춥폅합]시다)(?![\p{Script=Hangul}])|하자(?=\s*(?:[.!]|$))|(?:클릭|가입|구독|신청|구매|주문|다운로드|예약|송금|입금|접속|방문|로그인|팔로우)\s?(?:을|를)?\s?바랍니다|이전 (?:지시|명령|규칙)(?:은|는|을|를|사항)? ?(?:모두 )?무시/mu;

const quoted = /“[^”\n]{0,300}”|"[^"\n]{0,300}"|‘[^’\n]{0,300}’|「[^」\n]{0,300}」|『[^』\n]{0,300}』/gu;

/**
 * Whether a text calls on whoever reads it to do something: to click, sign up, pay, write. What somebody says in
 * quotation marks is told, not asked, as often as the source quotes such a call, too.
 */
export function callsOnReaders(text: string, source: string): boolean {
  const quotedCalls = callsQuotedIn(text).length;
  return calls(quotedCalls <= callsQuotedIn(source).length ? text.replace(quoted, ' ') : text);
}

function callsQuotedIn(text: string): string[] {
  return (text.match(quoted) ?? []).filter((each) => calls(each.slice(1, -1)));
}

function calls(text: string): boolean {
  return english.test(text) || englishOpening.test(text) || korean.test(text);
}
