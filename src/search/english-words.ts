import dictionary from 'dictionary-en';

let words: ReadonlySet<string> | undefined;

/** Whether English has a word, folded, in its plain form or with a common ending. Names are no words. */
export function isEnglishWord(word: string): boolean {
  const known = englishWords();
  return plainForms(word).some((form) => known.has(form));
}

/** English words in their plain form. */
export function englishWords(): ReadonlySet<string> {
  words ??= readWords();
  return words;
}

function readWords(): ReadonlySet<string> {
  const lines = new TextDecoder().decode(dictionary.dic).split('\n');
  return new Set(lines.map((line) => line.split('/', 1)[0] ?? '').filter((word) => /^[a-z]+$/.test(word)));
}

function plainForms(word: string): string[] {
  const forms = [word];
  for (const [ending, instead] of ENDINGS) {
    const stem = word.slice(0, -ending.length);
    if (!word.endsWith(ending) || stem.length < 2) continue;
    forms.push(...instead.map((end) => stem + end));
    if (ending !== 's' && stem.at(-1) === stem.at(-2)) forms.push(stem.slice(0, -1));
  }
  return forms;
}

const ENDINGS: [string, string[]][] = [
  ['s', ['']],
  ['es', ['']],
  ['ies', ['y']],
  ['ed', ['', 'e']],
  ['ied', ['y']],
  ['ing', ['', 'e']],
  ['er', ['', 'e']],
  ['est', ['', 'e']],
  ['ly', ['']],
];
