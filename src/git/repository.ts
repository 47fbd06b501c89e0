/** Where briefs are taken from, and how. */
export interface Repository {
  /** `https://…`, `ssh://…`, `git@host:…` or `file://…`; never with a password in it. */
  url: string;
  /** Null for the one that the repository itself names. */
  branch: string | null;
  /** Folder of the briefs inside it, `/`-separated; '' for the whole. */
  path: string;
  /** For https only: handed to git when the server asks for it, and written nowhere. */
  token: string | null;
}

/** The repository cannot be read; the message is a sentence for the owner that says what to do. */
export class RepositoryError extends Error {
  override readonly name = 'RepositoryError';
}
