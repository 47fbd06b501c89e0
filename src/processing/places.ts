/** Places with what their people and their things are called, folded; the last is Korean. */
const rows = `america american americans us usa unitedstates 미국
britain british uk unitedkingdom england english 영국
korea korean koreans southkorea 국내 한국
china chinese 중국
japan japanese 일본
germany german germans 독일
france french 프랑스
spain spanish 스페인
italy italian 이탈리아
netherlands dutch 네덜란드
europe european europeans eu 유럽
africa african africans 아프리카
asia asian asians 아시아
canada canadian canadians 캐나다
mexico mexican 멕시코
brazil brazilian 브라질
australia australian australians 호주
india indian indians 인도
russia russian russians 러시아
ukraine ukrainian 우크라이나
israel israeli 이스라엘
iran iranian 이란
turkey turkish turkiye 튀르키예
poland polish 폴란드
sweden swedish 스웨덴
norway norwegian 노르웨이
denmark danish 덴마크
finland finnish 핀란드
switzerland swiss 스위스
belgium belgian 벨기에
austria austrian 오스트리아
ireland irish 아일랜드
scotland scottish 스코틀랜드
greece greek 그리스
portugal portuguese 포르투갈
thailand thai 태국
vietnam vietnamese 베트남
indonesia indonesian 인도네시아
philippines philippine filipino 필리핀
singapore singaporean 싱가포르
taiwan taiwanese 대만
saudi arabia saudiarabia 사우디
california californian 캘리포니아
munich münchen 뮌헨
vienna wien 빈
latin 라틴
christmas 크리스마스`;

const byWord = new Map<string, readonly string[]>(
  rows.split('\n').flatMap((row) => {
    const words = row.split(' ');
    return words.map((word): [string, readonly string[]] => [word, words]);
  }),
);

/** Every word for the same place, the word among them; none where it is no place. */
export function wordsOfPlace(word: string): readonly string[] {
  return byWord.get(word) ?? [];
}
