import type { Journal } from '../journal.ts';
import type { SlackContext } from './context.ts';

/** An uploaded file. */
export interface StoredFile {
  id: string;
  name: string;
  title: string;
  /** As announced to files.getUploadURLExternal, in bytes. */
  length: number;
  altText: string | null;
  mimetype: string;
  /** Base64; null until the bytes were sent. */
  bytes: string | null;
  /** When files.completeUploadExternal was called, epoch ms; null until then. */
  completedAt: number | null;
  channels: string[];
  createdAt: number;
}

/**
 * Whether a block may show the file: Slack takes a moment to look at it, here as long as the history lags.
 * @see https://github.com/slackapi/node-slack-sdk/issues/1865
 */
export function isReady(context: SlackContext, id: string): boolean {
  const completedAt = context.files.get(id)?.completedAt ?? null;
  if (completedAt === null) return false;
  return completedAt <= context.base.clock() - context.base.faults.historyLagMs('slack');
}

export interface Files {
  get(id: string): StoredFile | undefined;
  put(file: StoredFile): void;
  remove(id: string): void;
}

export function createFiles(journal: Journal): Files {
  return {
    get: (id) => journal.all<StoredFile>('slack/files').get(id),
    put: (file) => journal.put('slack/files', file.id, file),
    remove: (id) => journal.remove('slack/files', id),
  };
}
