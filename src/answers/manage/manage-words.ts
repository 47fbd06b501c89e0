import { readWords } from '../read-words.ts';

export type ManageVerb = 'here' | 'pause' | 'resume' | 'now' | 'settings' | 'reset';

const verbs = new Map<string, ManageVerb>([
  ['here', 'here'],
  ['여기', 'here'],
  ['pause', 'pause'],
  ['중지', 'pause'],
  ['resume', 'resume'],
  ['재개', 'resume'],
  ['now', 'now'],
  ['지금', 'now'],
  ['settings', 'settings'],
  ['설정', 'settings'],
  ['reset', 'reset'],
  ['초기화', 'reset'],
]);

/** What the words ask to be done to the channel; null for everything else, a quoted word among it. */
export function manageVerb(words: string): ManageVerb | null {
  const wish = readWords(words);
  return wish.kind === 'search' ? (verbs.get(wish.words.toLowerCase()) ?? null) : null;
}
