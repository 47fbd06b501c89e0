import type { Refusal } from '../refusal.ts';

/** The refusal as the platform's JSON error. */
export function refusalResponse(no: Refusal, headers: Record<string, string> = {}): Response {
  const errors = no.errors === null ? {} : { errors: no.errors };
  return Response.json({ message: no.message, code: no.code, ...errors }, { status: no.status, headers });
}

/** `header`: null leaves `Retry-After` out, as some proxies do. The client reads the wait from the header only. */
export function tooManyResponse(
  header: number | null,
  seconds: number,
  isGlobal: boolean,
  headers: Record<string, string>,
): Response {
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal };
  return Response.json(body, {
    status: 429,
    headers: {
      ...headers,
      'X-RateLimit-Scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'X-RateLimit-Global': 'true' } : {}),
      ...(header === null ? {} : { 'Retry-After': String(header) }),
    },
  });
}

/** What Cloudflare shows an address with too many invalid requests: no JSON, an hour to wait. */
export function bannedResponse(): Response {
  const headers = { 'Content-Type': 'text/html', 'Retry-After': '3600' };
  return new Response('<html><body>You are being blocked (error 1015).</body></html>', {
    status: 429,
    headers,
  });
}
