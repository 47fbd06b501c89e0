import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ArchiveFile } from './archive-edition.ts';

/**
 * Writes a file of the archive so that a reader sees the whole of it or nothing of it; an older one is replaced.
 * @param folder the archive's folder, made when missing
 * @throws where the disk refuses; nothing half-written stays behind
 */
export async function writeArchive(folder: string, file: ArchiveFile): Promise<void> {
  const target = path.join(folder, ...file.path.split('/'));
  const draft = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.draft`);
  await mkdir(path.dirname(target), { recursive: true });
  try {
    await writeFile(draft, file.text, { encoding: 'utf8', flush: true });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
