/** Numbers that look random and are the same for the same seed (mulberry32). */
export interface Seeded {
  /** At least `from`, below `to`. */
  between(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  chance(part: number): boolean;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  return {
    between: (from, to) => from + next() * (to - from),
    pick(list) {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new Error('Nothing to pick from.');
      return item;
    },
    chance: (part) => next() < part,
  };
}
