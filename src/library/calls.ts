import type { AliasTable } from '../search/alias-table.ts';
import type { BriefsFolder } from './library.ts';
import type { Core } from './open-core.ts';

/** What the thread is started with. */
export interface ThreadData {
  folders: readonly BriefsFolder[];
  dataDir: string | null;
  /** Where processed files lie beside the briefs; null for none. */
  processedDir?: string | null;
  /** Null: nobody will search, and no index is built. */
  aliases: AliasTable | null;
}

/** What may be asked of the thread: the methods of the library itself. */
export type CallName = Exclude<keyof Core, 'discard'>;

export interface Call {
  id: number;
  name: CallName;
  args: unknown[];
}

export type Reply = { id: number; value: unknown } | { id: number; error: PlainError };

/** An error as it goes from one thread to another: of those that are no plain `Error`, structured cloning keeps no text. */
export interface PlainError {
  name: string;
  message: string;
  /** '' for none. */
  code: string;
  syscall: string;
  stack: string;
}

export function plainError(error: unknown): PlainError {
  const { name, message, code, syscall, stack } = error as Partial<NodeJS.ErrnoException>;
  return {
    name: String(name ?? 'Error'),
    message: String(message ?? code ?? error),
    code: String(code ?? ''),
    syscall: String(syscall ?? ''),
    stack: String(stack ?? ''),
  };
}

export function revivedError({ name, message, code, syscall, stack }: PlainError): Error {
  const error = Object.assign(new Error(message), { ...(code && { code }), ...(syscall && { syscall }) });
  Object.defineProperties(error, { name: { value: name }, stack: { value: stack } });
  return error;
}

/** True for an error that says that a cache's file is damaged. @see https://sqlite.org/rescode.html#corrupt */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB';
}
