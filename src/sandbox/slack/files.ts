import type { Journal } from '../journal.ts';

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
  /** Whether files.completeUploadExternal was called. */
  isComplete: boolean;
  channels: string[];
  createdAt: number;
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
