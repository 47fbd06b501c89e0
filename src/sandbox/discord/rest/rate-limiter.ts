/** One bucket's or the global limit's state after a request, as the `X-RateLimit-*` headers tell it. */
export interface RateVerdict {
  headers: Record<string, string>;
  /** Set when the request is refused with 429. */
  refused: { retryAfterMs: number; isGlobal: boolean } | null;
}

export interface RateLimiter {
  /** Counts one request of a route (`POST /channels/:id/messages`) on its major parameter (the channel). */
  take(route: string, major: string, now: number, isGlobal: boolean): RateVerdict;
  clear(): void;
}

interface Bucket {
  used: number;
  resetAt: number;
}

type Limit = readonly [count: number, perMs: number];

const globalLimit: Limit = [50, 1000];
const ordinary: Limit = [10, 5000];
/** Not published by the platform: what its headers have been seen to say. */
const limits: Readonly<Record<string, Limit>> = {
  'POST /channels/:id/messages': [5, 5000],
  'PATCH /channels/:id/messages/:id': [5, 5000],
  'DELETE /channels/:id/messages/:id': [5, 1000],
  'POST /channels/:id/messages/:id/crosspost': [10, 3_600_000],
  'PUT /channels/:id/messages/:id/reactions/:id/@me': [1, 250],
  'DELETE /channels/:id/messages/:id/reactions/:id/@me': [1, 250],
  'POST /webhooks/:id/:id': [5, 2000],
  'PATCH /webhooks/:id/:id/messages/:id': [5, 2000],
};
/** While limits are not enforced the headers are there, and never make a client wait. */
const roomy: Limit = [1000, 1000];

/** Fixed windows per route and major parameter, and the global one; `enforces` is asked at each request. */
export function createRateLimiter(enforces: () => boolean): RateLimiter {
  const buckets = new Map<string, Bucket>();

  function count(key: string, [limit, perMs]: Limit, now: number): { remaining: number; resetAt: number } {
    let bucket = buckets.get(key);
    if (bucket === undefined || now >= bucket.resetAt) {
      bucket = { used: 0, resetAt: now + perMs };
      buckets.set(key, bucket);
    }
    bucket.used += 1;
    return { remaining: limit - bucket.used, resetAt: bucket.resetAt };
  }
  return {
    take(route, major, now, isGlobal) {
      const limit = enforces() ? (limits[route] ?? ordinary) : roomy;
      if (isGlobal && enforces()) {
        const all = count('global', globalLimit, now);
        if (all.remaining < 0)
          return { headers: {}, refused: { retryAfterMs: all.resetAt - now, isGlobal: true } };
      }
      const { remaining, resetAt } = count(`${limit[0]} ${route} ${major}`, limit, now);
      const headers = {
        'X-RateLimit-Bucket': bucketName(route),
        'X-RateLimit-Limit': String(limit[0]),
        'X-RateLimit-Remaining': String(Math.max(0, remaining)),
        'X-RateLimit-Reset': (resetAt / 1000).toFixed(3),
        'X-RateLimit-Reset-After': ((resetAt - now) / 1000).toFixed(3),
      };
      const isOver = enforces() && remaining < 0;
      return { headers, refused: isOver ? { retryAfterMs: resetAt - now, isGlobal: false } : null };
    },
    clear: () => buckets.clear(),
  };
}

/** Buckets have opaque names; routes that share a limit on the real one may share a name. */
function bucketName(route: string): string {
  return Buffer.from(route).toString('hex').slice(0, 32).padEnd(32, '0');
}
