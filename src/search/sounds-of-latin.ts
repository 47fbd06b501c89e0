import type { Sound } from './sound.ts';

interface Rule {
  from: RegExp;
  /** Sounds written as letters; each alternative is one reading. */
  to: string[];
}

/** First rule that matches at a position wins; sounds are the letters soundsOf turns into classes. */
const RULES: Rule[] = [
  { from: /^(?:kn|gn)/y, to: ['n'] },
  { from: /^wr/y, to: ['r'] },
  { from: /^ps/y, to: ['s'] },
  { from: /^x/y, to: ['z'] },
  { from: /(?:tion|sion|cion)/y, to: ['sion'] },
  { from: /ture(?=s?$)/y, to: ['ceo'] },
  { from: /tur(?=al|i)/y, to: ['cur'] },
  { from: /igh/y, to: ['ai'] },
  { from: /(?<=[aeiou])gh(?=t|$)/y, to: [''] },
  { from: /gh/y, to: ['g'] },
  { from: /eign/y, to: ['in'] },
  { from: /ign(?=$|[a-z]?ed$|s$|er$)/y, to: ['ain'] },
  { from: /ph/y, to: ['p'] },
  { from: /sch/y, to: ['s', 'sk'] },
  { from: /tch/y, to: ['c'] },
  { from: /ch/y, to: ['c', 'k'] },
  { from: /sh/y, to: ['s'] },
  { from: /th/y, to: ['s', 't'] },
  { from: /wh/y, to: ['u'] },
  { from: /dge?/y, to: ['j', 'd'] },
  { from: /ts(?=$|u)/y, to: ['c'] },
  { from: /ds(?=$)/y, to: ['j'] },
  { from: /tz/y, to: ['c'] },
  { from: /ck/y, to: ['k'] },
  { from: /qu/y, to: ['ku'] },
  { from: /q/y, to: ['k'] },
  { from: /sc(?=[eiy])/y, to: ['s'] },
  { from: /cc(?=[ei])/y, to: ['ks'] },
  { from: /c(?=[eiy])/y, to: ['s'] },
  { from: /cc/y, to: ['k'] },
  { from: /c/y, to: ['k'] },
  { from: /gg/y, to: ['g'] },
  { from: /n(?=k|c[aou])/y, to: ['q'] },
  { from: /ng(?=[aeiou])/y, to: ['qg', 'q'] },
  { from: /ng/y, to: ['q'] },
  { from: /g(?=[eiy])/y, to: ['j', 'g'] },
  { from: /x/y, to: ['ks'] },
  { from: /mb(?=$)/y, to: ['m'] },
  { from: /ll/y, to: ['r'] },
  { from: /l/y, to: ['r'] },
  { from: /rr(?=[aeiouy])/y, to: ['r'] },
  { from: /r(?=e$|es$)/y, to: ['o'] },
  { from: /re(?=[bcdfghjkmnpqstvwxz])/y, to: ['re', 'o'] },
  { from: /r(?=[aeiouy])/y, to: ['r'] },
  { from: /(?<=[aeiouy])r+(?=$)/y, to: ['-'] },
  { from: /(?<=[aeiouy])r+/y, to: ['-', 'r-'] },
  { from: /ea(?=r)/y, to: ['e', 'i'] },
  { from: /ee|ea(?!u)/y, to: ['i'] },
  { from: /oo/y, to: ['u'] },
  { from: /ou|ow/y, to: ['au'] },
  { from: /au|aw/y, to: ['o'] },
  { from: /ey(?=$)|y(?=$)|ie(?=$)/y, to: ['i'] },
  { from: /(?<=.[^aeiou])es?(?=$)/y, to: ['', 'e'] },
  { from: /w/y, to: ['u'] },
  { from: /y/y, to: ['i'] },
  { from: /([bdfkmnpstvz])\1/y, to: ['$1'] },
];
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
  for (const { from, to } of RULES) {
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
    if ((kind === 'R' && previous?.kind === 'R') || (kind === 'V' && previous?.letter === letter)) continue;
    sounds.push({ kind, letter });
  }
  return sounds;
}
