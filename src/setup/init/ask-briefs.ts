import { existsSync, statSync } from 'node:fs';
import { findBriefs } from '../find-briefs.ts';
import { saySurvey, surveyBriefs } from '../survey-briefs.ts';
import { type InitOptions, tell } from './init-options.ts';

const another = '';

/** The folder of the briefs, and says what is in it. @throws Error where there is no such folder */
export async function askBriefs(options: InitOptions): Promise<string> {
  const folder = options.flags.briefs ?? (await choose(options));
  const wrong = complaintOn(folder);
  if (wrong !== undefined) throw new Error(wrong);
  tell(options, `${folder}: ${saySurvey(surveyBriefs(folder))}`);
  return folder;
}

async function choose({ ask, root }: InitOptions): Promise<string> {
  const found = findBriefs(root);
  if (ask === null) {
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    throw new Error(
      found.length === 0
        ? 'No briefs were found here: name their folder with --briefs.'
        : `Briefs were found in ${found.join(', ')}: name the right folder with --briefs.`,
    );
  }
  const choices = [
    ...found.map((folder) => ({ value: folder, label: folder })),
    { value: another, label: 'Another folder' },
  ];
  const chosen =
    found.length === 0 ? another : await ask.one('Where are your briefs?', choices, found[0] ?? another);
  return chosen === another ? ask.text('Folder with your briefs', '', complaintOn) : chosen;
}

function complaintOn(folder: string): string | undefined {
  if (folder === '') return 'Write the path of a folder, such as ../news/briefs.';
  if (!existsSync(folder)) return `There is no folder ${folder}: check the spelling.`;
  return statSync(folder).isDirectory() ? undefined : `${folder} is a file; name the folder it lies in.`;
}
