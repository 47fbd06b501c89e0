/**
 * The instant (epoch ms, whole seconds) a server's `Date` header names; null where it does not answer or has none.
 */
export async function serverDate(url: string, timeoutMs: number): Promise<number | null> {
  try {
    const answer = await fetch(url, { method: 'GET', signal: AbortSignal.timeout(timeoutMs) });
    await answer.body?.cancel();
    const at = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(at) ? null : at;
  } catch {
    return null;
  }
}
