import type { Brief, Problem } from '../brief.ts';

/** One file of the briefs folder, as the scan read it. */
export interface SourceFile {
  /** Path below the briefs folder, `/`-separated, NFC. */
  file: string;
  text: string;
  /** SHA-256 (hex) of the file's bytes. */
  hash: string;
}

/** What a reader made of a file. */
export interface Reading {
  kind: Brief['kind'];
  /** Why the file was taken for this kind, for `check`. */
  because: string;
  briefs: Brief[];
  problems: Problem[];
  /** The link as it was written, where a reader leaves one out that is not http(s). */
  link?: string;
  /** What each brief was read from, before cleaning, where a file holds more than one brief tells: in their order. */
  written?: readonly string[];
}

/** Reads one kind of document, known by what it looks like; null when the file is of another kind. */
export type Reader = (source: SourceFile) => Reading | null;
