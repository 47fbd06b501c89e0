import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from './brief.ts';
import type { SourceFile } from './readers/reader.ts';

/** A file that may hold briefs, as the disk describes it. */
export interface ListedFile {
  /** Identity: the path below the folder, `/`-separated, NFC (macOS writes Hangul names in parts). */
  file: string;
  /** Where to open it. */
  path: string;
  mtimeMs: number;
  size: number;
}

export interface Listing {
  /** Sorted by identity, in code-unit order. */
  files: ListedFile[];
  problems: Problem[];
  /** Identities of the folders that could not be listed, '' for the whole one: what is below is unknown, not gone. */
  unknown: string[];
}

/** The largest file that is read, in bytes; saved web pages are a tenth of it. */
const maxBytes = 8 * 1024 * 1024;
/** A return without a line feed: how old Macs ended lines. */
const oldMacLineEnd = /\r(?!\n)/g;
const wanted = /\.(?:md|markdown|txt|html?)$/i;

/** A name found in the folder: where it is, and its identity. */
interface Found {
  where: string;
  name: string;
}

/** What a walk has met: folders by their real path, and links to folders not yet followed. */
interface Walk extends Listing {
  visited: Set<string>;
  links: Found[];
}

/** Every file of the folder that may hold briefs, at any depth; names with a leading dot are passed over. Never throws. */
export function listFiles(folder: string): Listing {
  const steps = listFilesInSteps(folder);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** {@link listFiles}, with a pause after every few files in which the caller may do something else. */
export function* listFilesInSteps(folder: string): Generator<undefined, Listing> {
  const walk: Walk = { files: [], problems: [], unknown: [], visited: new Set(), links: [] };
  yield* listFolder({ where: folder, name: '' }, walk);
  // Linked folders last: a folder that stands in the tree itself keeps its own path, and a loop ends at once.
  for (let link = walk.links.shift(); link; link = walk.links.shift()) yield* listFolder(link, walk);
  const { problems, unknown } = walk;
  const files = walk.files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { files: withoutTwins(files, problems), problems, unknown };
}

/** The text of a listed file and the SHA-256 of its bytes, or why there is none. Never throws. */
export function readListedFile(listed: ListedFile): SourceFile | { reason: string } {
  if (listed.size > maxBytes)
    return { reason: 'It is over 8 MB: a brief is a text of a few KB. Split it, or move it away.' };
  try {
    const bytes = readFileSync(listed.path);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (text.includes('\0')) return { reason: 'It is not a text file: move it out of the briefs folder.' };
    return { file: listed.file, text: text.replace(oldMacLineEnd, '\n'), hash };
  } catch (error) {
    if (error instanceof TypeError)
      return { reason: 'It is not UTF-8 text: save it again with the encoding UTF-8.' };
    return { reason: `It cannot be read (${codeOf(error)}): check that the bot may read it.` };
  }
}

/** Windows saves "Unicode" as UTF-16 with a mark at its start. */
function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function* listFolder({ where, name }: Found, walk: Walk): Generator<undefined, void> {
  const entries = readFolder({ where, name }, walk);
  for (const [index, entry] of entries.entries()) {
    if (index % 100 === 99) yield;
    if (entry.name.startsWith('.')) continue;
    const found = {
      where: path.join(where, entry.name),
      name: [name, entry.name.normalize('NFC')].filter(Boolean).join('/'),
    };
    if (entry.isDirectory()) yield* listFolder(found, walk);
    else listEntry(found, entry, walk);
  }
}

/** The entries of a folder; none where it was met before or cannot be read. */
function readFolder({ where, name }: Found, walk: Walk): Dirent[] {
  try {
    const real = realpathSync(where);
    if (walk.visited.has(real)) return [];
    walk.visited.add(real);
    return readdirSync(where, { withFileTypes: true });
  } catch (error) {
    walk.problems.push({ file: name || where, reason: folderReason(error, name === '') });
    walk.unknown.push(name);
    return [];
  }
}

function listEntry({ where, name }: Found, entry: Dirent, walk: Walk): void {
  const isWanted = wanted.test(name);
  if (!isWanted && !entry.isSymbolicLink()) return;
  try {
    const stats = statSync(where);
    if (stats.isDirectory()) walk.links.push({ where, name });
    else if (isWanted && stats.isFile()) {
      walk.files.push({ file: name, path: where, mtimeMs: stats.mtimeMs, size: stats.size });
    } else if (isWanted) {
      walk.problems.push({
        file: name,
        reason: 'It is not a regular file: move it out of the briefs folder.',
      });
    }
  } catch (error) {
    if (!isWanted) return;
    // Gone between the listing and the look: the next scan will not list it.
    if (codeOf(error) === 'ENOENT' && !entry.isSymbolicLink()) return;
    walk.problems.push({
      file: name,
      reason: `It cannot be read (${codeOf(error)}): mend the link or remove it.`,
    });
  }
}

/** Two names that differ only in how their letters are put together would be one identity. */
function withoutTwins(files: ListedFile[], problems: Problem[]): ListedFile[] {
  return files.filter(({ file }, index) => {
    if (files[index - 1]?.file !== file) return true;
    problems.push({
      file,
      reason: 'Another file has the same name in another spelling of its letters (NFC, NFD): rename one.',
    });
    return false;
  });
}

function folderReason(error: unknown, isWhole: boolean): string {
  const code = codeOf(error);
  const mend = isWhole
    ? 'Create it, or give the right one as briefs.folder in the settings.'
    : 'Mend it or remove it.';
  if (code === 'ENOENT') return `The folder does not exist. ${mend}`;
  if (code === 'ENOTDIR') return `This is a file, not a folder. ${mend}`;
  return `The folder cannot be read (${code}): check that the bot may read it.`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
