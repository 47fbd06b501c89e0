import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Brief } from '../briefs/brief.ts';
import { fingerprint } from './fingerprint.ts';
import { readProcessed } from './processed-file.ts';

/** The folder of processed files: `<identity>.md` for each brief, below the same folders as its source. */
export interface ProcessedFolder {
  /** Whether a brief has no processed file, or one that a newer text of its source has outdated and nobody corrected. */
  mayWrite(brief: Brief): boolean;
  /** Writes a brief's file in one step, where {@link mayWrite} still holds. */
  write(brief: Brief, text: string): Written;
}

/** Written; left alone for what stands there by now; or why it could not be, in a sentence. */
export type Written = 'written' | 'left' | { failed: string };

export function openProcessedFolder(dir: string): ProcessedFolder {
  function mayWrite(brief: Brief): boolean {
    const text = readText(pathOf(dir, brief.file));
    if (text === null) return true;
    const read = readProcessed({ file: brief.file, text, hash: '' });
    if ('reason' in read || !read.isMarked || read.corrected.length > 0) return false;
    return read.madeFrom !== fingerprint(brief);
  }

  return {
    mayWrite,
    write(brief, text) {
      const target = pathOf(dir, brief.file);
      const draft = path.join(path.dirname(target), '.draft');
      try {
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(draft, text);
        // While the model was answering a person may have saved theirs.
        const isOurs = mayWrite(brief);
        if (isOurs) renameSync(draft, target);
        else rmSync(draft);
        return isOurs ? 'written' : 'left';
      } catch (error) {
        rmSync(draft, { force: true });
        return {
          failed: `It cannot be stored as ${target} (${(error as NodeJS.ErrnoException).code}): check that the bot may write there.`,
        };
      }
    },
  };
}

/** The file of one brief. */
export function pathOf(dir: string, file: string): string {
  return path.join(dir, `${file}.md`);
}

/** The identity of the brief that a processed file, by its path below the folder, belongs to. */
export function identityOf(processed: string): string {
  return processed.replace(/\.md$/i, '');
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // Something is there that cannot be read: it may be a person's, and is left alone.
    return '';
  }
}
