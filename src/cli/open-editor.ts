import { editorOf } from '../app/editor-of.ts';
import type { EditEffect } from '../digest/edits.ts';
import type { Editor } from '../editing/create-editor.ts';
import type { ScanReport } from '../library/library.ts';
import { atLedger, type LedgerDesk } from './at-ledger.ts';
import { CliError, type CommonFlags } from './flags.ts';
import { namesNear } from './names-near.ts';
import type { Setup } from './read-setup.ts';
import { filesNamed } from './why.ts';

/** What editing from the shell works with. */
export interface EditorDesk extends LedgerDesk {
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
  return atLedger(flags, pulling, async ({ setup, store, library, logger }) => {
    const report = await library.scan();
    const seen = await store.seenBriefs();
    const known = new Set([...seen, ...(await library.list())].map(({ file }) => file));
    const editor = editorOf({ store, library, settings: () => setup.settings, clock: Date.now });
    return work({ setup, store, library, logger, editor, report, known: [...known] });
  });
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
  { messages, channels }: EditEffect,
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
