/** @see https://sqlite.org/rescode.html and https://nodejs.org/api/errors.html#common-system-errors */
const fullCodes = /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/;
const shutCodes = /^(?:SQLITE_(?:CANTOPEN|READONLY|PERM)|EACCES|EPERM|EROFS)/;
/**
 * A full disk ends a transaction by itself, and whoever rolls it back then hears no more than this.
 * @see https://sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
 */
const fullWords = /database or disk is full|cannot rollback - no transaction is active/;

/**
 * What the disk refused, as a sentence for the owner that names the folder; null where the error tells of something
 * else, or where only a full disk is asked for. An error may wrap the one that says it, or have come from a thread,
 * which leaves of it little but its code.
 */
export function diskTrouble(error: unknown, folder: string, kinds: 'all' | 'full' = 'all'): string | null {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    const { code, message, syscall } = at as Record<string, unknown>;
    if (fullCodes.test(String(code)) || fullWords.test(String(message)))
      return `There is no room left in ${folder}: free some on its disk, and try again.`;
    const isShut =
      shutCodes.test(String(code)) ||
      // libsql gives no code where a file cannot be opened; Node says ENOENT where a write-protected disk takes no folder.
      /Unable to open connection/.test(String(message)) ||
      (code === 'ENOENT' && syscall === 'mkdir');
    if (isShut && kinds === 'all')
      return `${folder} cannot be written to: let the account that runs Sowhat write there (chown -R "$USER" ${folder}), or name another folder.`;
  }
  return null;
}
