/** Whole lines that belong to the page, not to the article. */
const furniture: RegExp[] = [
  // Skip links.
  /^(?:skip to (?:main )?content|jump to content|zum inhalt springen|zum hauptinhalt|aller au contenu(?: principal)?|saltar al contenido|본문 ?(?:으로 )?(?:바로 ?가기|건너뛰기))[.:]?$/iu,
  // Share bars: nothing but names of places to share to.
  /^(?:(?:share(?: (?:this|the))?(?: (?:article|story|post|page|news))?(?: (?:on|via|to|with))?|teilen|partager|compartir|(?:이 )?(?:기사 ?)?공유(?:하기)?|tweet|pin ?it|copy link|링크 복사)[:：|\s]*)?(?:(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|print|copy link|threads|bluesky|mastodon|kakao(?:talk|story)?|카카오톡|카카오스토리|페이스북|트위터|네이버|밴드|라인|instagram|flipboard|pocket|tumblr|messenger|xing|line|via|on|and|[|·•,/])[\s|·•,/]*){2,}$/iu,
  /^(?:share(?: (?:this|on|via)(?: \p{L}+)*)?|teilen|partager|compartir|공유하기|공유)[:\s]*$/iu,
  // Age of the page and reading time.
  /^(?:(?:posted|published|updated)\s+)?(?:about )?\d+\s*(?:second|minute|min|hour|day|week|month|year)s?\.? ago\b.{0,60}$/iu,
  /^(?:read(?:ing)? (?:time[:\s]*)?(?:about )?)?\d+\s*(?:minutes?|mins?)\.?\s*(?:read(?:ing)?(?: time)?)?$/iu,
  /^(?:read(?:ing)?(?: time)?|lesezeit|temps de lecture|읽는 시간)[:\s]+(?:about |ca\.? )?\d+.{0,20}$/iu,
  /^\d+\s*(?:분 (?:읽기|소요)|(?:초|분|시간|일|주|개월|년) ?전).{0,40}$/u,
  /^(?:listen|anhören|듣기)\s*[·:|]?\s*\d+:\d+.{0,12}$/iu,
  /^(?:分享到|シェア|共有)[:：]?.{0,40}$/u,
  /^(?:(?:share|tweet|post|pin|save) (?:on|to|via|this)|e-?mail this|print this|gift this)\b.{0,60}$/iu,
  // Cookies, newsletters, accounts.
  /^(?:we|wir) (?:use|verwenden) cookies\b.*$/iu,
  /^.{0,160}\b(?:by (?:signing up|subscribing|continuing)|unsubscribe(?: any ?time)?|manage preferences|view (?:this email )?in (?:your )?browser|forward this email|our (?:free )?newsletter|you(?:['’]re| are) receiving this (?:e-?mail|newsletter)|newsletter abonnieren|in your inbox|privacy policy|terms of (?:service|use)|cookie policy)\b.{0,160}$/iu,
  /^(?:continue reading.{0,30}|this article (?:originally |first )?appeared in\b.{0,80}|tags?\s*[:：].{0,120}|저작권자?.{0,80}|.{0,60}무단 ?전재.{0,60}|제보는.{0,60})$/iu,
  /^(?:hi|hello|hey|dear|good (?:morning|evening)|안녕하세요)\b.{0,30}[,!.]$/iu,
  /^(?:we use cookies|this (?:site|website) uses cookies|diese (?:website|seite) verwendet cookies|accept (?:all )?cookies|cookie (?:settings|notice|policy)|이 (?:사이트|웹사이트)는 쿠키).*$/iu,
  /^(?:accept|accept all|reject all|alle akzeptieren|ablehnen|manage preferences|동의|모두 동의)$/iu,
  /^(?:subscribe|sign up|sign in|log ?in|register|abonnieren|anmelden|구독(?:하기)?|로그인|회원가입)(?: (?:now|here|to|for) ?.{0,60})?$/iu,
  /^(?:advertisement|anzeige|werbung|sponsored|publicité|광고)$/iu,
  /^(?:menu|navigation|search|suche|home|startseite|메뉴|검색|홈|back to top|nach oben|맨 위로)$/iu,
  /^(?:(?:👍|❤️?|💬|🔁|👏|⬆️?|⬇️?)\s*)?\d{1,6}(?:\s*(?:likes?|shares?|views?|upvotes?|points?|comments?|조회|추천|좋아요))?$/iu,
  /^(?:diese website verwendet akismet|this site uses akismet).*$/iu,
  /^(?:all rights reserved|©|\(c\) \d{4}|copyright).{0,120}$/iu,
];

/** Sections that sites name in their navigation; a line of short labels with one of them is no headline. */
const sections =
  /^(?:home(?:page)?|news|latest|tech(?:nology)?|business|politics|world|opinion|sports?|culture|science|markets?|finance|about(?: us)?|contact(?: us)?|blog|topics?|categories|menu|search|login|log in|sign in|subscribe|start(?:seite)?|nachrichten|politik|wirtschaft|wissen|kontakt|accueil|홈|뉴스|기사|최신|정치|경제|사회|문화|국제|스포츠|산업|기술|오피니언|전체 ?기사|검색|로그인|구독)$/iu;

/** `Home | News | AI` and `홈 > 뉴스 > 기술`: where the page stands in its site. */
function isNavigation(line: string): boolean {
  const labels = line
    .split(/[|›»>·•/→]/u)
    .map((label) => label.trim())
    .filter((label) => label !== '');
  const areShort = labels.every((label) => label.length <= 24 && label.split(/\s+/).length <= 3);
  return labels.length >= 3 && areShort && labels.some((label) => sections.test(label));
}

/** From such a line on, nothing belongs to the article any more. */
const afterword =
  /^(?:#+\s*)?(?:leave a (?:reply|comment)|post a comment|schreibe einen kommentar|kommentar (?:schreiben|hinterlassen)|laisser un commentaire|deja un comentario|댓글(?: ?(?:쓰기|달기|남기기|작성))?|💬?\s*(?:comments?|kommentare|댓글)\s*(?:\(\d+\)|\d+)?|about the author|über den autor|à propos de l['’]auteur|작성자 소개|기자 소개|related (?:articles|posts|stories|reading)|you (?:may|might) also like|read (?:next|more)|mehr zum thema|ähnliche (?:artikel|beiträge)|관련 ?(?:기사|글|뉴스)|많이 본 (?:뉴스|기사)|인기 ?(?:뉴스|기사)|주요 ?뉴스|이 시각 (?:주요)?뉴스|関連記事|相关(?:阅读|文章|新闻)|推荐阅读|most (?:read|popular)|trending(?: now)?|that['’]s (?:it|all)(?: for (?:this|the) week| for today)?|recommended(?: for you)?|more from .{2,40}|더 읽을거리|추천 기사)[:.!]?$/iu;

const hashtags = /^(?:[#＃]?[\p{L}\p{N}_]+\s+)?(?:[#＃][\p{L}\p{N}_]+[\s,]*){2,}$/u;

/** True for a line that is part of the page around an article: navigation, share bar, reading time, cookie notice, hashtags. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  return hashtags.test(text) || isNavigation(text) || furniture.some((pattern) => pattern.test(text));
}

/** True for the line at which an article has ended: comments, the author's portrait, related links. */
export function isAfterword(line: string): boolean {
  return afterword.test(line.trim());
}
