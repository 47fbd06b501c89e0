import { createHash } from 'node:crypto';
import type { Problem } from '../briefs/brief.ts';

const key = 'quarantined';
/** Files that one notice names; `check` names all. */
const namedAtMost = 10;

export interface QuarantineDesk {
  /** Tells the operator of what was not told before, in one notice; what has gone may be told again. */
  report(quarantined: readonly Problem[]): Promise<void>;
}

/** @param store keeps what was told, so that a restart tells nothing twice */
export function openQuarantineDesk(options: {
  store: { value(key: string): Promise<string | null>; setValue(key: string, value: string): Promise<void> };
  notify: (cause: string, sentence: string) => Promise<void>;
}): QuarantineDesk {
  const { store, notify } = options;
  let known: string | null = null;

  async function tell(quarantined: readonly Problem[]): Promise<void> {
    const marks = quarantined.map(markOf);
    const text = JSON.stringify(marks);
    if (text === known) return;
    const told = new Set(JSON.parse((await store.value(key)) ?? '[]') as string[]);
    const fresh = quarantined.filter((problem) => !told.has(markOf(problem)));
    if (fresh.length > 0) await notify(`quarantined:${hash(fresh.map(markOf).join(''))}`, sentence(fresh));
    await store.setValue(key, text);
    known = text;
  }

  let telling: Promise<void> = Promise.resolve();
  return {
    report(quarantined) {
      telling = telling.catch(() => undefined).then(() => tell(quarantined));
      return telling;
    },
  };
}

function sentence(fresh: readonly Problem[]): string {
  const named = fresh.slice(0, namedAtMost).map(({ file, reason }) => `${file}: ${reason}`);
  const more = fresh.length - named.length;
  const count = fresh.length === 1 ? 'A brief is' : `${fresh.length} briefs are`;
  const rest = more > 0 ? `\n… and ${more} more; \`npx sowhat check\` lists them.` : '';
  return `${count} kept out of every edition and deleted nowhere:\n${named.join('\n')}${rest}`;
}

function markOf({ file, reason }: Problem): string {
  return hash(`${file}\n${reason}`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
