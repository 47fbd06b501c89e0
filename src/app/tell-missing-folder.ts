import type { Problem } from '../briefs/brief.ts';
import type { ScanReport } from '../library/library.ts';

const gone = 'briefs-folder';
const back = 'briefs-folder-back';

/** What a person is told where the folder of the briefs cannot be read. */
export function missingFolderSentence({ file, reason }: Problem): string {
  return `The briefs folder ${file} cannot be read. ${reason}`;
}

/**
 * Tells the operator once that the folder of the briefs has gone, and once that it is back. Without it nothing new is
 * found, which looks like a quiet day.
 * @param store keeps that it was told, so that a restart tells nothing twice
 */
export function openFolderWatch(options: {
  store: { value(key: string): Promise<string | null>; setValue(key: string, value: string): Promise<void> };
  notify: (cause: string, sentence: string) => Promise<void>;
  mended: (cause: string) => Promise<void>;
}): { report(scan: Pick<ScanReport, 'folderProblem'>): Promise<void> } {
  const { store, notify, mended } = options;
  let known: string | null = null;

  async function tell(problem: Problem | null): Promise<void> {
    known ??= (await store.value(gone)) ?? '';
    const folder = problem?.file ?? '';
    if ((folder === '') === (known === '')) return;
    if (problem) {
      await mended(back);
      await notify(gone, missingFolderSentence(problem));
    } else {
      await mended(gone);
      await notify(back, `The briefs folder ${known} can be read again.`);
    }
    await store.setValue(gone, folder);
    known = folder;
  }

  let telling: Promise<void> = Promise.resolve();
  return {
    report({ folderProblem }) {
      telling = telling.catch(() => undefined).then(() => tell(folderProblem));
      return telling;
    },
  };
}
