import path from 'node:path';

/** The message is a sentence for the owner that says what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Where a data folder's ledger lies. */
export function ledgerFile(dataDir: string): string {
  return path.join(dataDir, 'sowhat.db');
}
