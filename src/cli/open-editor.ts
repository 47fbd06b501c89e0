import { editorOf } from '../app/editor-of.ts';
import type { Editor, Effect } from '../editing/create-editor.ts';
import type { Library, ScanReport } from '../library/library.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { createLogger } from './create-logger.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { followBriefs } from './follow-briefs.ts';
import { namesNear } from './names-near.ts';
import { openBriefs } from './open-briefs.ts';
import { placeOf, readSetup, type Setup } from './read-setup.ts';
import { filesNamed } from './why.ts';
import { withChatSettings } from './with-chat-settings.ts';

/** What editing from the shell works with. */
export interface EditorDesk {
  setup: Setup;
  store: Store;
  library: Library;
  editor: Editor;
  report: ScanReport;
  /** Every brief that is, or ever was. */
  known: readonly string[];
}

/**
 * Reads the briefs, opens the editor over the ledger, and does the work. It may run beside the bot.
 * @param pulling whether the briefs' repository is pulled first
 */
export async function atEditorDesk<T>(
  flags: CommonFlags,
  pulling: 'pulls' | 'pulls nothing',
  work: (desk: EditorDesk) => Promise<T>,
): Promise<T> {
  const fileSetup = readSetup(flags, pulling);
  const logger = createLogger({ level: 'warn', secrets: [], descriptor: 2, readable: process.stderr.isTTY });
  const store = await openStore({ ...placeOf(fileSetup), clock: Date.now });
  const setup = await withChatSettings(fileSetup, store);
  const opened = await openBriefs(
    setup.briefsFolder,
    setup.stateDir,
    flags,
    logger,
    'no search',
    store.retractedFiles,
  );
  const library =
    pulling === 'pulls'
      ? followBriefs(opened, setup.briefs, flags.data, (error) => error && logger.warn(error.message))
      : opened;
  try {
    const report = await library.scan();
    const seen = await store.seenBriefs();
    const known = new Set([...seen, ...(await library.list())].map(({ file }) => file));
    const editor = editorOf({ store, library, settings: () => setup.settings, clock: Date.now });
    return await work({ setup, store, library, editor, report, known: [...known] });
  } finally {
    await library.close();
    await store.close();
  }
}

/** The briefs that a person means. @throws CliError that names those whose names are near */
export function briefsMeant(typed: string, { setup, known }: Pick<EditorDesk, 'setup' | 'known'>): string[] {
  const files = filesNamed(typed, setup.briefsFolder, known);
  if (files.length > 0) return files;
  const near = namesNear(typed, known);
  const hint =
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : '`npx sowhat search WORDS` finds briefs.';
  throw new CliError(`There is no brief ${typed}, and never was. ${hint}`);
}

/** `9 messages in team-ko and team-en`, by the names of the settings, and what they do: `['tells', 'tell']`. */
export function whereWords(
  { messages, channels }: Effect,
  { settings }: Pick<Setup, 'settings'>,
  [one, many]: readonly [string, string],
): string {
  const names = channels.map(
    ({ platform, channel }) =>
      settings.channels.find((entry) => entry.platform === platform && entry.channel === channel)?.name ??
      `${platform} channel ${channel}`,
  );
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
  return messages === 1 ? `1 message in ${list} ${one}` : `${messages} messages in ${list} ${many}`;
}
