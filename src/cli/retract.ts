import type { EditEffect } from '../digest/edits.ts';
import { phrases } from '../message/phrases.ts';
import type { CommonFlags } from './flags.ts';
import { atEditorDesk, briefsMeant, type EditorDesk, whereWords } from './open-editor.ts';
import { say, sayJson } from './say.ts';

const when = 'within a minute while the bot runs, else when it starts';

/** Takes a brief back wherever it was told, or puts it back. The bot may run or not. */
export async function retract(
  typed: string,
  flags: CommonFlags & { undo?: boolean; json?: boolean },
): Promise<void> {
  await atEditorDesk(flags, 'pulls nothing', async (desk) => {
    const files = briefsMeant(typed, desk);
    const beside = await stillTelling(files, desk);
    const before = await desk.store.retractedFiles();
    const effect = flags.undo ? await desk.editor.restore(files, '') : await desk.editor.retract(files, '');
    if (flags.json) return sayJson({ files, undone: flags.undo === true, ...effect });
    const name = files.join(', ');
    const wasRetracted = (file: string) => before.includes(file);
    if (flags.undo) {
      if (!files.some(wasRetracted)) return say(`${name} was not retracted; nothing changes.`);
      const shown =
        effect.messages === 0
          ? 'No message changes.'
          : `${whereWords(effect, desk.setup, ['shows', 'show'])} it again ${when}.`;
      return say(`${name} is put back into the search and later editions. ${shown}`);
    }
    if (effect.messages === 0 && files.every(wasRetracted))
      return say(`${name} was retracted before; nothing changes.`);
    say(`${name} is retracted: out of the search and of later editions. ${shownNow(effect, desk, beside)}`);
    if (beside.length > 0) say(`The same story is still told by ${beside.join(', ')}.`);
  });
}

/** What the messages that told it show from now on. */
function shownNow(effect: EditEffect, { setup }: EditorDesk, beside: readonly string[]): string {
  if (effect.messages === 0) return 'No message told it.';
  const told = (one: string, many: string) => whereWords(effect, setup, [one, many]);
  return beside.length > 0
    ? `${told('tells', 'tell')} the story without it, ${when}; nobody is notified.`
    : `${told('says', 'say')} “${phrases.removed.en}” instead, ${when}; nobody is notified.`;
}

/** Briefs of the same stories that stay. */
async function stillTelling(files: readonly string[], { library }: EditorDesk): Promise<string[]> {
  const stories = await Promise.all(files.map((file) => library.storyOf(file)));
  const told = new Set(stories.flatMap((story) => story.files));
  return [...told].filter((file) => !files.includes(file));
}
