import { readdir } from 'node:fs/promises';
import path from 'node:path';

const day = /^\d{4}-\d{2}-\d{2}$/;

/** Editions of the newest days, as paths below the archive's folder; older days are left out from `most` files on. */
export async function listArchive(
  folder: string,
  most: number,
): Promise<{ paths: string[]; isWhole: boolean }> {
  const days = (await readdir(folder)).filter((name) => day.test(name)).sort();
  const paths: string[] = [];
  while (days.length > 0 && paths.length < most) {
    const newest = days.pop() ?? '';
    const files = await readdir(path.join(folder, newest));
    paths.push(...files.filter((file) => /^[^.].*\.md$/.test(file)).map((file) => `${newest}/${file}`));
  }
  return { paths, isWhole: days.length === 0 };
}
