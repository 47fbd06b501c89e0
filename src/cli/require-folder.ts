import { missingFolderSentence } from '../app/tell-missing-folder.ts';
import type { ScanReport } from '../library/library.ts';
import { CliError } from './flags.ts';

/** @throws CliError where the folder of the briefs cannot be read: that there is no brief is then no answer */
export function requireFolder({ folderProblem }: Pick<ScanReport, 'folderProblem'>): void {
  if (folderProblem) throw new CliError(missingFolderSentence(folderProblem));
}
