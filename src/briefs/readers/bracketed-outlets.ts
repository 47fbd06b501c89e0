/** `(항만일보)` at the end of a text. */
const bracketed = /\s*[(（]([\p{L}\p{N}][^()（）[\]:：,.!?\n]{1,30})[)）]\s*\.?$/u;
/** What names of newspapers and the like end with; `경제` ends names of subjects as well. */
const paper =
  /^(?!(?:가짜|관련|주요|최신|오늘의?|지역|종이|무료|온라인|인터넷|해외|국내)\s?(?:신문|뉴스)$)\p{L}[\p{L}\p{N}]*\s?(?:일보|신문|뉴스|타임스|데일리)$|^(?!(?:\p{L}+\s)*(?:Fake|Breaking|Good|Bad|Latest|Top|Local|Other|Blog|Guest|Forum|Facebook|LinkedIn|Reddit|Instagram|Hard|Modern|Medical|Academic)\s\p{L}+$)(?:\p{Lu}[\p{L}\p{N}&'’-]*\s){1,3}(?:Times|Post|Journal|Herald|Gazette|Tribune|News|Daily|Chronicle)$/u;

/**
 * Items of a document that name at their ends, in brackets, whom they come from, with the name as their outlet and not
 * in their text. A name that could be anything is one only where nearly all items end so, and several with a newspaper's.
 */
export function withBracketedOutlets<Item extends { text: string; outlet: string }>(
  items: readonly Item[],
): Item[] {
  const names = items.map(({ text, outlet }) =>
    outlet === '' ? (bracketed.exec(text)?.[1]?.trim() ?? '') : '',
  );
  const named = names.filter((name) => name !== '');
  const papers = named.filter((name) => paper.test(name));
  const areAllNames =
    named.length * 3 >= items.length * 2 && papers.length >= 2 && papers.length * 2 >= named.length;
  return items.map((item, at) => {
    const name = names[at] ?? '';
    if (name === '' || !(areAllNames || paper.test(name))) return item;
    return { ...item, text: item.text.replace(bracketed, ''), outlet: name };
  });
}
