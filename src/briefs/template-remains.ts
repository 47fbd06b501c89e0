/** Nothing but the word that stands for a missing value, or the name of a field, on a line of its own. */
const placeholderLine =
  /^[\s"'([<{*_-]*(?:undefined|null|nan|none|n\/?a|tbd|todo|fixme|x{3,}|\[object Object\]|placeholder(?: (?:text|summary|title))?|your (?:text|title|summary) here|(?:summary|so_what|one_line_insight)_(?:ko|en)|title|key_points|(?:no )?(?:summary|content|text) (?:is )?(?:not )?(?:yet )?available|(?:the )?(?:summary|title|headline|text|content|description) (?:goes|comes) here|(?:enter|insert|add|write) (?:the |your |a )?(?:summary|title|headline|text|content|description)(?: here)?|(?:요약|내용|제목|본문|설명)(?:을|를)? ?(?:여기에? ?)?(?:입력|작성|기입)(?:하세요|해 ?주세요|하십시오|해주십시오)?|(?:요약|내용|제목|본문|해당) ?없음|없음|작성 ?(?:중|예정))[\s"')\]>}*_.:-]*$/imu;
/** What a template fills in: a field's name between marks. */
const slot =
  /\{\{-?\s*[^{}]{0,60}\}\}|\{%-?[^{}]{0,80}%\}|(?<![`"'])\$\{[\w.]{1,40}\}|<%[=-]?.{0,60}?%>|<(?:TITLE|HEADLINE|SUMMARY|COMPANY|PRODUCT|NAME|DATE|SOURCE|TOPIC|LINK|URL)(?:[ _][A-Z]{2,12})?>/u;
/** Slots that are what the text is about, as in news for programmers. */
const aboutSlots =
  /\b(?:template|syntax|variable|expression|interpolation|mustache|handlebars|jinja2?|liquid|vue|angular|ansible|helm|javascript|typescript|github actions|secrets?)\b|템플릿|문법|구문|변수|표현식|코드/iu;
const quotedCode = /`[^`\n]{0,200}`/gu;
const bracketed =
  /\[(?:insert|enter|add|fill in)\s[^\]]{2,60}\]|\[your\s(?:name|company|brand|text|title|headline|summary|product|link|url|logo|email)\b[^\]]{0,30}\]|\[(?:company|product|person|author|source|article|client|brand|first|last)[ _]?(?:name|title|url|link)\]|\[[^\]]{0,20}(?:입력|기입|작성)(?:하세요|해 ?주세요|하십시오)?\]|\[(?:회사|제품|상품|매체|기업|담당자)(?:명| ?이름)\]/iu;
/** In capitals only: the words are ordinary ones. */
const note =
  /\[(?:TODO|TBD|FIXME|PLACEHOLDER|TITLE|HEADLINE|NAME|DATE)\b[^\]]{0,40}\]|(?:^|[\s([])(?:TODO|FIXME|TBD)(?:[:：]|\s*$)/mu;
const filler =
  /\blorem ipsum dolor\b|^\s*lorem ipsum\b|\[object Object\]|^\s*undefined\s|\bundefined undefined\b|(?<![\d\p{L}%])%[sd](?![\p{L}\d]).*(?<![\d\p{L}%])%[sd](?![\p{L}\d])/imu;
/** What a language model says of itself in place of the text that it was asked for. */
const ofModel =
  /(?<!["“‘'])\bas an ai(?: language)? model,? i\b|(?:저는 )?(?<!["“‘'])(?:AI|인공지능) ?(?:언어 ?)?모델로서|^\s*(?:i(?:['’]m| am) (?:sorry|unable to|not able to)|i (?:can(?:no|['’])t|could ?n['’]?o?t) (?:access|help|assist|provide|summari[sz]e)|sorry, (?:but )?i (?:can|am|do))|^\s*죄송(?:합니다|하지만|한데)[,.]?\s|^\s*(?:sure[,!.]\s*)?here(?:['’]s| is| are) (?:a|an|the|your)\s(?:[\w-]+\s){0,4}(?:summary|translation|key points)\b.{0,60}[:：]\s*$|^\s*(?:다음은|아래는) .{0,30}(?:요약|번역)(?:입니다|본입니다)[.:：]?\s*$/iu;

/** What a template, or a model that wrote nothing, left in a text; null where it reads as written. */
export function templateRemains(text: string): string | null {
  const words = text.replace(quotedCode, '');
  const left =
    placeholderLine.exec(words) ??
    bracketed.exec(words) ??
    note.exec(words) ??
    filler.exec(words) ??
    ofModel.exec(words) ??
    (aboutSlots.test(words) ? null : slot.exec(words));
  return left && [...left[0].trim()].slice(0, 60).join('');
}
