import type { Sound } from './sound.ts';

interface Rule {
  /** The letters it may begin with. */
  of: string;
  from: RegExp;
  /** Sounds written as letters; each alternative is one reading. */
  to: string[];
}

/** First rule that matches at a position wins; sounds are the letters soundsOf turns into classes. */
const RULES: Rule[] = [
  { of: 'kg', from: /^(?:kn|gn)/y, to: ['n'] },
  { of: 'w', from: /^wr/y, to: ['r'] },
  { of: 'p', from: /^ps/y, to: ['s'] },
  { of: 'x', from: /^x/y, to: ['z'] },
  { of: 'tsc', from: /(?:tion|sion|cion)/y, to: ['sion'] },
  { of: 't', from: /ture(?=s?$)/y, to: ['ceo'] },
  { of: 't', from: /tur(?=al|i)/y, to: ['cur'] },
  { of: 'i', from: /igh/y, to: ['ai'] },
  { of: 'g', from: /(?<=[aeiou])gh(?=t|$)/y, to: [''] },
  { of: 'g', from: /gh/y, to: ['g'] },
  { of: 'e', from: /eign/y, to: ['in'] },
  { of: 'i', from: /ign(?=$|[a-z]?ed$|s$|er$)/y, to: ['ain'] },
  { of: 'p', from: /ph/y, to: ['p'] },
  { of: 's', from: /sch/y, to: ['s', 'sk'] },
  { of: 't', from: /tch/y, to: ['c'] },
  { of: 't', from: /(?<=s)t(?=[lm])/y, to: ['', 't'] },
  { of: 'p', from: /^pf/y, to: ['p'] },
  { of: 'c', from: /ch/y, to: ['c', 'k'] },
  { of: 's', from: /sh/y, to: ['s'] },
  { of: 't', from: /th/y, to: ['s', 't'] },
  { of: 'w', from: /wh/y, to: ['u'] },
  { of: 'd', from: /dge?/y, to: ['j', 'd'] },
  { of: 't', from: /ts(?=$|u)/y, to: ['c'] },
  { of: 'd', from: /ds(?=$)/y, to: ['j'] },
  { of: 't', from: /tz/y, to: ['c'] },
  { of: 'c', from: /ck/y, to: ['k'] },
  { of: 'q', from: /qu/y, to: ['ku'] },
  { of: 'q', from: /q/y, to: ['k'] },
  { of: 's', from: /sc(?=[eiy])/y, to: ['s'] },
  { of: 'c', from: /cc(?=[ei])/y, to: ['ks'] },
  { of: 'c', from: /c(?=[eiy])/y, to: ['s'] },
  { of: 'c', from: /cc/y, to: ['k'] },
  { of: 'c', from: /c/y, to: ['k'] },
  { of: 'g', from: /gg/y, to: ['g'] },
  { of: 'n', from: /n(?=k|x|c[aou])/y, to: ['q'] },
  { of: 'n', from: /ng(?=[eiy])/y, to: ['nj', 'qg', 'q'] },
  { of: 'n', from: /ng(?=[aoulr])/y, to: ['qg', 'q'] },
  { of: 'n', from: /ng/y, to: ['q'] },
  { of: 'g', from: /g(?=[eiy])/y, to: ['j', 'g'] },
  // Between n and s Korean mostly drops it: 스팽스, 링스.
  { of: 'x', from: /(?<=n)x/y, to: ['ks', 's'] },
  { of: 'k', from: /(?<=n)k(?=s$)/y, to: ['k', ''] },
  { of: 'x', from: /x/y, to: ['ks'] },
  { of: 'm', from: /mb(?=$)/y, to: ['m'] },
  { of: 'l', from: /ll/y, to: ['r'] },
  { of: 'l', from: /l/y, to: ['r'] },
  { of: 'r', from: /rr(?=[aeiouy])/y, to: ['r'] },
  { of: 'r', from: /r(?=e$|es$)/y, to: ['o'] },
  { of: 'r', from: /re(?=[bcdfghjkmnpqstvwxz])/y, to: ['re', 'o'] },
  { of: 'r', from: /r(?=[aeiouy])/y, to: ['r'] },
  { of: 'r', from: /(?<=[aeiouy])r+(?=$)/y, to: ['-'] },
  { of: 'r', from: /(?<=[aeiouy])r+/y, to: ['-', 'r-'] },
  { of: 'e', from: /ea(?=r)/y, to: ['e', 'i'] },
  { of: 'e', from: /ee|ea(?!u)/y, to: ['i'] },
  { of: 'o', from: /oo/y, to: ['u'] },
  { of: 'o', from: /ou|ow/y, to: ['au'] },
  { of: 'a', from: /au|aw/y, to: ['o'] },
  { of: 'eyi', from: /ey(?=$)|y(?=$)|ie(?=$)/y, to: ['i'] },
  { of: 'e', from: /(?<=.[^aeiou])es(?=$)/y, to: ['', 's'] },
  { of: 'e', from: /(?<=.[^aeiou])e(?=$)/y, to: ['', 'e'] },
  { of: 'i', from: /i(?=[bcdfgklmnpqrstvz]es?$)/y, to: ['ai', 'i'] },
  { of: 'y', from: /y(?=[bcdfgklmnpqrstvz]es?$)/y, to: ['ai', 'i'] },
  { of: 'a', from: /a(?=[bcdfgklmnpqstvz]es?$)/y, to: ['ei', 'a'] },
  { of: 'a', from: /ay/y, to: ['ei'] },
  { of: 'u', from: /uy/y, to: ['ai'] },
  { of: 'w', from: /w/y, to: ['u'] },
  { of: 'y', from: /y/y, to: ['i'] },
  { of: 'bdfkmnpstvz', from: /([bdfkmnpstvz])\1/y, to: ['$1'] },
];
const RULES_BY_LETTER = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [letter, RULES.filter(({ of }) => of.includes(letter))]),
);
/** Classes of which two in a row are heard as one (mcgrath, 맥그라스). */
const ONCE = new Set(['R', 'P', 'T', 'K']);
const MOST_READINGS = 8;
const KINDS: Record<string, Sound['kind']> = {
  p: 'P',
  b: 'P',
  f: 'P',
  v: 'P',
  t: 'T',
  d: 'T',
  k: 'K',
  g: 'K',
  s: 'S',
  z: 'S',
  j: 'S',
  c: 'S',
  r: 'R',
  m: 'M',
  n: 'N',
  q: 'N',
  h: 'H',
};

/** The ways a Latin word may be read aloud as rough sounds (c soft or hard, th as in 헬스 or 더); at most eight. */
export function soundsOfLatin(word: string): Sound[][] {
  let readings = [''];
  for (let at = 0; at < word.length; ) {
    const { to, length } = readAt(word, at);
    const options = readings.length * to.length > MOST_READINGS ? to.slice(0, 1) : to;
    readings = readings.flatMap((reading) => options.map((option) => reading + option));
    at += length;
  }
  return readings.map(soundsOf);
}

function readAt(word: string, at: number): { to: string[]; length: number } {
  for (const { from, to } of RULES_BY_LETTER.get(word.charAt(at)) ?? []) {
    from.lastIndex = at;
    const match = from.exec(word);
    if (match?.[0])
      return { to: to.map((sound) => sound.replace('$1', match[1] ?? '')), length: match[0].length };
  }
  return { to: [word.charAt(at)], length: 1 };
}

function soundsOf(letters: string): Sound[] {
  const sounds: Sound[] = [];
  for (const letter of letters) {
    const kind = KINDS[letter] ?? ('aeiou-'.includes(letter) ? 'V' : undefined);
    if (!kind) continue;
    const previous = sounds.at(-1);
    if (kind === previous?.kind && (kind === 'V' ? letter === previous.letter : ONCE.has(kind))) continue;
    sounds.push({ kind, letter });
  }
  return sounds;
}
