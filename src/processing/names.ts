/** Abbreviations that both languages use for common nouns; a translation may write them out, or in. */
const common = new Set(
  'AI AGI API APP B2B B2C CEO CFO CMO COO CPU CTO ESG EU GPU HR IPO IT KPI LLM ML OK OS PC PDF PR Q&A QR R&D ROI SEO SNS TV UI UK UN URL US USA UX VC VR AR'.split(
    ' ',
  ),
);
const word = /[\p{Script=Latin}\d](?:[\p{Script=Latin}\d&]|[-.](?=[\p{Script=Latin}\d]))*/gu;

/** Words written like nothing but a name: `OpenAI`, `MiniMax`, `GPT-5`, `H100`. */
export function plainNames(text: string): string[] {
  return wordsIn(text).filter(
    (each) => /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(each) || (/\p{Lu}/u.test(each) && /\d/.test(each)),
  );
}

/** Names as a Korean text holds them: every Latin word with a capital letter. */
export function latinNames(text: string): string[] {
  return wordsIn(text).filter((each) => /\p{Lu}/u.test(each) && each.length > 1);
}

/** The names that a text does not have, in any case; a common abbreviation counts as known. */
export function unknownNames(names: readonly string[], text: string): string[] {
  const has = new Set(wordsIn(text).flatMap((each) => [fold(each), ...each.split(/[-.]/).map(fold)]));
  const initials = wordsIn(text)
    .map((each) => each[0]?.toLowerCase() ?? '')
    .join('');
  return names.filter((name) => {
    if (common.has(name.toUpperCase()) || has.has(fold(name))) return false;
    if (name.split(/[-.]/).every((piece) => has.has(fold(piece)))) return false;
    // "Large language model" may become LLM.
    return !(/^\p{Lu}{2,5}$/u.test(name) && initials.includes(name.toLowerCase()));
  });
}

function wordsIn(text: string): string[] {
  return (text.match(word) ?? []).filter((each) => /\p{Script=Latin}/u.test(each));
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
