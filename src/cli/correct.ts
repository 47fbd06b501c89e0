import { CliError, type CommonFlags } from './flags.ts';
import { atEditorDesk, briefsMeant, type EditorDesk, whereWords } from './open-editor.ts';
import { say, sayJson } from './say.ts';

/** Shows a brief as its file reads now, wherever it was told. The bot may run or not. */
export async function correct(typed: string, flags: CommonFlags & { json?: boolean }): Promise<void> {
  await atEditorDesk(flags, 'pulls', async (desk) => {
    const files = briefsMeant(typed, desk);
    const briefs = await desk.library.briefs(files);
    if (briefs.length < files.length) throw new CliError(whyUnread(files, desk));
    const effect = await desk.editor.correct(briefs, '');
    if (flags.json) return sayJson({ files, ...effect });
    const name = files.join(', ');
    say(
      effect.messages === 0
        ? `No message tells ${name} otherwise than its file reads now; nothing changes.`
        : `${whereWords(effect, desk.setup, ['shows', 'show'])} ${name} as its file reads now, marked as corrected, within a minute while the bot runs, else when it starts; nobody is notified.`,
    );
  });
}

/** Why a brief that was meant cannot be read. */
function whyUnread(files: readonly string[], { report }: EditorDesk): string {
  const [retracted] = report.retracted.filter((file) => files.includes(file));
  if (retracted !== undefined)
    return `${retracted} is retracted; put it back first: npx sowhat retract --undo ${retracted}`;
  const sources = files.map((file) => file.split('#')[0]);
  const [problem] = [...report.problems, ...report.retrying, ...report.quarantined].filter(
    ({ file }) => files.includes(file) || sources.includes(file),
  );
  return problem === undefined
    ? `${files.join(', ')} is no longer in the briefs folder. Mend the file there, or take the story back: npx sowhat retract ${files.join(' ')}`
    : `${problem.file} cannot be shown: ${problem.reason}`;
}
