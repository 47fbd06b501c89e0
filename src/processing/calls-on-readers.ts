/** What a page says to those who look at it, and no brief about the page does. */
const english =
  /\b(?:click (?:here|below|on (?:the|this))|tap (?:here|below)|(?:sign up|register|subscribe|apply|enrol+|buy|order|download|book|claim|donate|invest|act|join|call|log in) (?:now(?!,? pay)|today|here|before it)\b|(?:claim|redeem|get|collect) your (?:\p{L}+ ){0,2}(?:prize|reward|gift|bonus|coupon|refund|discount|spot|seat|tokens?|coins?)|(?:use|enter) (?:the )?(?:promo |discount |coupon )?code\b|send (?:us |me )?your (?:\p{L}+ )?(?:password|token|key|details|address|card|number)|(?:dm|text|message|e-?mail|contact|call) (?:us|me)\b|follow us\b|visit our\b|(?:don['’]?t|do not) miss (?:out|this)|reply (?:with|to this)|limited[- ]time offer|ignore (?:all |any |the |your )?(?:previous|prior|above|earlier) (?:instructions|messages|rules))/iu;
const korean =
  /(?:클릭|가입|등록|구독|신청|응모|구매|주문|다운로드|예약|송금|입금|투자|회신|답장|문의|연락|접속|방문|로그인|팔로우|참여|공유|입력|받아)\s?(?:을|를)?\s?(?:하세요|하십시오|하시기 바랍니다|바랍니다|해\s?주세요|해\s?주십시오|해\s?보세요|주세요|보세요|가세요)|(?:놓치지|망설이지) 마세요|이전 (?:지시|명령|규칙)(?:은|는|을|를|사항)? ?(?:모두 )?무시/u;

/** Whether a text calls on whoever reads it to do something: to click, sign up, pay, write. */
export function callsOnReaders(text: string): boolean {
  return english.test(text) || korean.test(text);
}
