/** Discord counts from the first second of 2015: https://docs.discord.com/developers/reference#snowflakes */
const DISCORD_EPOCH = 1_420_070_400_000n;

export interface Snowflakes {
  /** A new id, larger than every one given before. */
  next(): string;
}

/**
 * Ids that carry the time of `clock` and only ever grow, also when the clock stands still or goes back.
 * `floor`: the largest id already in use.
 */
export function createSnowflakes(clock: () => number, floor: string): Snowflakes {
  let last = BigInt(floor);
  return {
    next() {
      const now = (BigInt(Math.floor(clock())) - DISCORD_EPOCH) << 22n;
      last = now > last ? now : last + 1n;
      return last.toString();
    },
  };
}

/** Epoch milliseconds of a snowflake. */
export function snowflakeAt(id: string): number {
  return Number((BigInt(id) >> 22n) + DISCORD_EPOCH);
}

/** Whether `text` can be an id: the client keys its rate-limit buckets by 17 to 19 digits. */
export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text);
}

/** Orders ids by age: negative when `a` is older. */
export function compareSnowflakes(a: string, b: string): number {
  return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;
}
