/** Whole lines that belong to the page, not to the article. */
const furniture: RegExp[] = [
  // Skip links.
  /^(?:skip to (?:main )?content|jump to content|(?:direkt )?zum (?:haupt)?inhalt(?: springen)?|aller au contenu(?: principal)?|saltar al contenido(?: principal)?|vai al contenuto(?: principale)?|跳(?:到|转到|至)(?:主要)?(?:内容|正文)|メインコンテンツ(?:へ|に)(?:スキップ|移動)|본문 ?(?:으로 )?(?:바로 ?가기|건너뛰기))[.:]?$/iu,
  // Share bars: nothing but names of places to share to.
  /^(?:(?:share(?: (?:this|the))?(?: (?:article|story|post|page|news))?(?: (?:on|via|to|with))?|teilen|partager|compartir|(?:이 )?(?:기사 ?)?공유(?:하기)?|tweet|pin ?it|copy link|링크 복사)[:：|\s]*)?(?:(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|e-?mail|print|copy link|threads|bluesky|mastodon|kakao(?:talk|story)?|카카오톡|카카오스토리|페이스북|트위터|네이버|밴드|라인|instagram|flipboard|pocket|tumblr|messenger|xing|line|via|on|and|[|·•,/])[\s|·•,/]*){2,}$/iu,
  /^(?:share(?: (?:this|on|via)(?: \p{L}+)*)?|teilen|partager|compartir|공유하기|공유)[:\s]*$/iu,
  // Age of the page and reading time.
  /^(?:(?:posted|published|updated)\s+)?(?:about )?\d+\s*(?:second|minute|min|hour|day|week|month|year)s?\.? ago\b.{0,60}$/iu,
  /^(?:read(?:ing)? (?:time[:\s]*)?(?:about )?)?\d+\s*(?:minutes?|mins?)\.?\s*(?:read(?:ing)?(?: time)?)?$/iu,
  /^(?:read(?:ing)?(?: time)?|lesezeit|temps de lecture|읽는 시간)[:\s]+(?:about |ca\.? )?\d+.{0,20}$/iu,
  /^\d+\s*(?:분 (?:읽기|소요)|(?:초|분|시간|일|주|개월|년) ?전)(?:\s*(?:[·|/,(]|작성|수정|업데이트|조회|댓글).{0,40})?$/u,
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
  /^(?:your privacy(?: matters(?: to us)?| choices)?|we (?:value|respect|care about) your privacy|cookies? (?:consent|preferences|settings)|privacy (?:settings|preferences)|manage (?:options|choices|cookies|consent|settings|my choices)|learn more|got it|essential only|only necessary)[.!]?$/iu,
  /^we and our (?:\d+ |[\w ]{0,20})?partners (?:may )?(?:store|use|process|access)\b.*$/iu,
  /^(?:.{0,160}\byou (?:may|can) (?:accept or )?manage your choices\b.{0,200}|(?:our|the) (?:web)?site uses cookies.{0,200}|wir und unsere partner\b.{0,300}|(?:본|당) (?:사이트|웹사이트)는 쿠키.{0,200})$/iu,
  /^(?:filed under|tagged with|posted in|categor(?:y|ies)|topics?|keywords?|schlagw(?:orte|örter)|themen)\s*[:：].{0,160}$/iu,
  /^(?:your email address will not be published.*|required fields are marked.*|(?:comment|name|e-?mail|website)\s*\*?|save my name, email.*|이메일 주소는 공개되지 않습니다.*)$/iu,
  // Walls, players, notes of the desk.
  /^(?:(?:this|the) (?:article|story|content) is (?:for|available to|only available to) (?:\p{L}+ )?(?:subscribers|members)\b.*|already (?:a|an) (?:subscriber|member)\b.*|to continue reading.*|you have \d+ (?:free )?articles? (?:left|remaining).*|유료 ?(?:구독자|회원).{0,60}|회원 ?전용.{0,60})$/iu,
  /^(?:listen to (?:this )?(?:article|story)|(?:artikel )?anhören|merken|drucken|speichern|save|bookmark|\d{1,2}:\d{2}\s*\/\s*\d{1,2}:\d{2}|play|pause|mute)$/iu,
  /^(?:editor['’]s note|correction|update)\s*[:：].{0,60}\b(?:story|article|headline|post|version)\b.{0,160}$/iu,
  /^(?:(?:(?:additional )?reporting|editing|writing) by (?:\p{Lu}|the )[^.]{1,80}[.]?|(?:our standards|redaktion|책임 ?편집|责任编辑|責任編輯|编辑|編集)\s*[:：].{1,80})$/iu,
  // Captions.
  /^(?:.{0,200}[.!?)] )?(?:photo(?:graph)?s?|image|foto|bild|credit|illustration|picture)(?: by| credit| courtesy(?: of)?)?\s*[:：].{1,80}$/iu,
  /^(?:▲|△|◀|▶|📷).{1,200}$|^.{1,160}[[(【]\s*(?:사진|이미지|자료|그래픽|영상)\s*[=:：/].{1,40}[\])】]$|^.{1,120}(?:사진|자료|이미지)\s?(?:=.{1,40}|제공|출처\s*[:：=].{1,40})$/u,
  // Walls of Japanese sites.
  /^(?:この記事は(?:有料)?会員.{0,60}|残り\s?\d+\s?文字.{0,20}|(?:会員登録|無料登録|ログイン).{0,20}|.{0,60}無断転載.{0,60})$/u,
  // Forums.
  /^\d+ points? by \S.{0,30} ago\b.{0,60}$/iu,
  /^(?:(?:posted|submitted) by\s+[\w/-]+|[ur]\/[\w-]+)(?:\s.{0,60})?$|^(?:upvote|downvote|reply|report|award|sort by.{0,20}|level \d+|view all comments|add a comment|load more)$/iu,
  /^.{1,30} · \d+\s*(?:second|minute|min|hour|hr|day|week|month|year|[smhdwy])s?\.?(?: ago)?$/iu,
  // What Korean and Chinese sites put around a text.
  /^(?:기사 ?(?:스크랩|저장|듣기|인쇄|공유)(?:하기)?|스크랩|글자 ?크기.{0,20}|글씨 ?(?:크기|키우기|줄이기)|가|전체 ?메뉴|다른 ?기사 ?보기|뉴스 ?듣기|음성으로 듣기|카카오톡에 공유|댓글 ?\d*|좋아요 ?\d*|제보하기|기자 ?페이지|(?:구독|응원)하기?)$/u,
  /^(?:字号|字體|字体|大 ?中 ?小|打印|收藏|点赞|评论|文字サイズ|印刷|保存)(?:\s*[:：].{0,20})?$/u,
];

/** Sections that sites name in their navigation; a line of short labels with one of them is no headline. */
const sections =
  /^(?:home(?:page)?|news|latest|tech(?:nology)?|business|politics|world|opinion|sports?|culture|science|markets?|finance|about(?: us)?|contact(?: us)?|blog|topics?|categories|menu|search|login|log in|sign in|subscribe|start(?:seite)?|nachrichten|politik|wirtschaft|wissen|kontakt|accueil|홈|뉴스|기사|최신|정치|경제|사회|문화|국제|스포츠|산업|기술|오피니언|전체 ?기사|검색|로그인|구독)$/iu;

/** `Home | News | AI` and `홈 > 뉴스 > 기술`: where the page stands in its site. */
function isNavigation(line: string): boolean {
  // `https://port.example/news/cranes` is where the article stands.
  if (/https?:\/\//i.test(line)) return false;
  const labels = line
    .split(/[|›»>·•/→]/u)
    .map((label) => label.trim())
    .filter((label) => label !== '');
  const words = line.trim().split(/\s+/);
  // Chinese and Japanese sentences are written without blanks.
  if (
    words.length >= 4 &&
    words.every((word) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,7}$/u.test(word))
  )
    return true;
  if (
    words.length >= 4 &&
    words.length <= 24 &&
    words.filter((word) => sections.test(word)).length * 3 >= words.length * 2
  )
    return true;
  const areShort = labels.every((label) => label.length <= 24 && label.split(/\s+/).length <= 3);
  return labels.length >= 3 && areShort && labels.some((label) => sections.test(label));
}

/** From such a line on, nothing belongs to the article any more. */
const afterword =
  /^(?:#+\s*)?(?:leave a (?:reply|comment)(?: cancel reply)?|reader interactions|sort by: .{0,12}|\d+ comments?|log in to comment|join the (?:conversation|discussion)|most viewed|다른 ?기사 ?보기|댓글 ?삭제|post a comment|schreibe einen kommentar|kommentar (?:schreiben|hinterlassen)|laisser un commentaire|deja un comentario|댓글(?: ?(?:쓰기|달기|남기기|작성))?|💬?\s*(?:comments?|kommentare|댓글)\s*(?:\(\d+\)|\d+)?|about the author|über den autor|à propos de l['’]auteur|작성자 소개|기자 소개|related (?:articles|posts|stories|reading)|you (?:may|might) also like|read (?:next|more)|mehr zum thema|ähnliche (?:artikel|beiträge)|관련 ?(?:기사|글|뉴스)|많이 본 (?:뉴스|기사)|인기 ?(?:뉴스|기사)|주요 ?뉴스|이 시각 (?:주요)?뉴스|関連記事|相关(?:阅读|文章|新闻)|推荐阅读|most (?:read|popular)|trending(?: now)?|that['’]s (?:it|all)(?: for (?:this|the) week| for today)?|recommended(?: for you)?|more from .{2,40}|더 읽을거리|추천 기사)[:.!]?$/iu;

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
