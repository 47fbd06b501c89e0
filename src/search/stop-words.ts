/** Words that ask rather than say what about. Only words no brief is ever looked for by. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the of in on at to for from by with about into over and or not is are was were be been being am do does did doing done has have had
  will would can could should may might must shall i me my we us our you your he she it its they them their this that these those there here
  what which who whom whose when where why how if then than so as but also just only more most any some all each other such very much many
  s t re ve ll m d what's whats who's how's hows tell show give find search get please latest recent recently news story stories article articles update updates
  happening happened happen going anything something everything regarding related vs using use used uses doing lately currently now new since
  뭐 뭐야 뭐지 뭔가 무엇 무슨 어떤 어떻게 어떤가요 어때 어떨까 왜 언제 어디 어디서 누가 누구 누구야 얼마 얼마나 몇 좀 그 이 저 것 거 게 수 등 및 또는 그리고 그런데
  대해 대한 대해서 관한 관해 관련 관련된 관련해 대하여 위해 위한 때문 때문에 통해 통한 있다 있는 있나 있나요 있어 있었나 있을까 없나 없다 없는 하는 하다 한 할 했나 했나요 하나 하나요 하고 해 되나 되나요 되는 된 인가 인가요 이야
  알려줘 알려주세요 보여줘 찾아줘 찾아 궁금 궁금해 말해줘 설명해줘 정리해줘 소식 뉴스 기사 이야기 내용 최신 최근 요즘 새로운 지금 현재 어떻게되나 무엇인가 무엇인가요 뭔가요 뭐가 뭐였지 였나 인지 인데 건가 건가요 일까 중 더 가장 제일 다시
  곳 안 못 갖고 가지고 다니는 쓴 쓰는 나온 나오는 나왔나 됐나 됐어 했다 했어 한다 하는지 되는지 어느 무엇을 뭘 정말 진짜 이런 저런 그런 아직 이미 벌써 요새 얘기 만든 만드는 말한 받은 받는 어디야 누구지 언제야 언제부터 얼마에`
    .split(/\s+/)
    .filter(Boolean),
);
