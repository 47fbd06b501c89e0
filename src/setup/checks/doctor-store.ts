/** What the doctor asks of the ledger. Instants are epoch ms. */
export interface DoctorStore {
  readonly engine: 'sqlite' | 'postgres';
  value(key: string): Promise<string | null>;
  setValue(key: string, value: string): Promise<void>;
  /** Takes a lease; false where another holds it. */
  hold(name: string, owner: string, now: number, untilAt: number): Promise<boolean>;
  release(name: string, owner: string): Promise<void>;
}

/** Whether a bot that uses this ledger is running: it holds the right to post for as long as it lives. */
export async function isBotRunning(
  store: Pick<DoctorStore, 'hold' | 'release'>,
  platform: 'slack' | 'discord',
  workspace: string,
  now: number,
): Promise<boolean> {
  const name = `post:${platform}:${workspace}`;
  // Asked for no time at all, so that it is in nobody's way.
  const isFree = await store.hold(name, 'doctor', now, now - 1);
  if (isFree) await store.release(name, 'doctor');
  return !isFree;
}
