/** Endings of nouns and of the verbs made from nouns, by what the stem before them must end in. */
const AFTER_CONSONANT =
  '은 을 이 과 으로 이나 이랑 이라 이라고 이라는 이란 이며 이고 이다 이었다 이었습니다 으로서 으로써 으로의 으로는 으로도 으로부터 과의 과는 이든 이라도 이가'.split(
    ' ',
  );
const AFTER_VOWEL = '는 를 가 와 랑 라고 라는 란 와의 와는 였다 였습니다 라도'.split(' ');
const AFTER_VOWEL_OR_R = '로 로서 로써 로의 로는 로도 로부터'.split(' ');
const AFTER_ANY =
  '의 에 에서 에게 에게서 에게는 한테 께서 도 만 까지 부터 보다 처럼 마다 조차 마저 밖에 들 뿐 대로 에는 에도 에서는 에서도 에서의 에의 까지의 부터의 만의 만으로 하고 입니다 인가 인가요 일까 인지 이냐 적 적인 적으로 적이다 적이고 님 씨'.split(
    ' ',
  );
const VERB =
  '하다 한다 한다고 하는 하며 하고 하여 해 해서 했다 했다고 했고 했으며 했습니다 합니다 한 할 함 하지 하기 하게 하면 했던 했나 했나요 하나 하나요 할까 할까요 했는지 하는지 할지 해야 해도 하려는 하려고 하도록 하기로 하자 하는데 했는데 하는가 했는가 했어 했어요 하니 했니 했지만 하지만 하면서 하기도 하기에 한다면 해주는 할수록 되다 된다 되는 되며 되고 되어 되었다 되었습니다 돼 됐다 됐고 됐나 됐나요 됐습니다 됩니다 된 될 됨 되지 되기 되면 되면서 되나 되나요 될까 되었나 된다는 했다는 한다는 시키다 시킨다 시키는 시키고 시키며 시킨 시킬 시켜 시켰다 시켰습니다 시킵니다 당했다 당한 받는 받은'.split(
    ' ',
  );
/** The only endings that may leave a stem of one syllable. */
const AFTER_ONE_SYLLABLE = new Set('을 를 은 는 에 에서 으로'.split(' '));
const LONGEST = 5;
const STAGES = 3;

type Condition = 'consonant' | 'vowel' | 'vowel or r' | 'any';
const ENDINGS = new Map<string, Condition>([
  ...VERB.map((ending) => [ending, 'any'] as const),
  ...AFTER_ANY.map((ending) => [ending, 'any'] as const),
  ...AFTER_CONSONANT.map((ending) => [ending, 'consonant'] as const),
  ...AFTER_VOWEL.map((ending) => [ending, 'vowel'] as const),
  ...AFTER_VOWEL_OR_R.map((ending) => [ending, 'vowel or r'] as const),
]);

/**
 * A Hangul word and what remains of it as endings come off, longest ending first: 공격들은 → 공격들은, 공격들, 공격.
 * An ending comes off only where the stem's last sound allows it (전문가 keeps its 가: 전문 ends in a consonant).
 */
export function koreanStems(word: string): string[] {
  const stems = [word];
  for (let rest = word; stems.length <= STAGES; ) {
    const shorter = withoutEnding(rest);
    if (shorter === undefined) break;
    stems.push(shorter);
    rest = shorter;
  }
  return stems;
}

/** Whether a whole Hangul run is only an ending, as in AI가. */
export function isEnding(run: string): boolean {
  return ENDINGS.has(run);
}

function withoutEnding(word: string): string | undefined {
  for (let length = Math.min(LONGEST, word.length - 1); length > 0; length--) {
    const ending = word.slice(-length);
    const condition = ENDINGS.get(ending);
    if (condition === undefined) continue;
    const stem = word.slice(0, -length);
    if (stem.length === 1 && !AFTER_ONE_SYLLABLE.has(ending)) continue;
    if (allows(stem, condition)) return stem;
  }
  return undefined;
}

function allows(stem: string, condition: Condition): boolean {
  const final = (stem.charCodeAt(stem.length - 1) - 0xac00) % 28;
  if (condition === 'consonant') return final !== 0;
  if (condition === 'vowel') return final === 0;
  return condition === 'any' || final === 0 || final === 8;
}
