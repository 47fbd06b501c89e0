const windowMs = 10 * 60_000;
const banAt = 10_000;

/**
 * 401, 403 and 429 answers of the last ten minutes. At 10,000 the real platform's Cloudflare shuts the address
 * out. @see https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans
 */
export interface InvalidRequests {
  count(status: number, now: number): void;
  recent(now: number): number;
  isBanned(now: number): boolean;
  clear(): void;
}

export function createInvalidRequests(): InvalidRequests {
  let times: number[] = [];
  function recent(now: number): number {
    const first = times.findIndex((at) => at > now - windowMs);
    times = first < 0 ? [] : first === 0 ? times : times.slice(first);
    return times.length;
  }
  return {
    count(status, now) {
      if (status === 401 || status === 403 || status === 429) times.push(now);
    },
    recent,
    isBanned: (now) => recent(now) >= banAt,
    clear() {
      times = [];
    },
  };
}
