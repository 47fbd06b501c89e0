import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { aRepository, isRepositoryAddress } from '../../config/repository-address.ts';
import { unquoted } from '../../config/unquoted.ts';
import { findBriefs } from '../find-briefs.ts';
import { saySurvey, surveyBriefs } from '../survey-briefs.ts';
import type { BriefsAnswer } from './answers.ts';
import { askRepository, isRepository } from './ask-repository.ts';
import { type InitOptions, tell } from './init-options.ts';

const another = '';
const asNow = 'as now';

interface Place {
  briefs: BriefsAnswer;
  folder: string;
  /** Of the repository; '' for none. */
  token: string;
}

/** Where the briefs are, and says what is in it. @throws Error where there is nothing of the kind */
export async function askBriefs(options: InitOptions): Promise<Omit<Place, 'folder'>> {
  const { ask, flags, knownBriefs } = options;
  if (ask === null && flags.briefs === undefined && knownBriefs) {
    tell(options, `The briefs stay where they are: ${placeName({ briefs: knownBriefs })}.`);
    return { briefs: knownBriefs, token: '' };
  }
  for (let given = flags.briefs; ; given = undefined) {
    const answer = given ?? (await choose(options));
    if (answer === asNow && knownBriefs) return { briefs: knownBriefs, token: '' };
    const place = await placeAt(options, unquoted(answer));
    if (place === null) continue;
    const survey = surveyBriefs(place.folder);
    tell(options, `${given ?? placeName(place)}: ${saySurvey(survey)}`);
    if (survey.briefs > 0 || ask === null) return place;
    if (await ask.yes('Nothing there can be read as a brief yet. Take it all the same?', false)) return place;
  }
}

async function placeAt(options: InitOptions, answer: string): Promise<Place | null> {
  const wrong = complaintOn(answer);
  if (wrong !== undefined) throw new Error(wrong);
  if (isRepository(answer)) return askRepository(options, answer);
  const folder = pathOf(answer);
  return { briefs: { folder }, folder, token: '' };
}

function placeName({ briefs }: Pick<Place, 'briefs'>): string {
  return 'git' in briefs ? [briefs.git, briefs.path].filter(Boolean).join(' → ') : briefs.folder;
}

async function choose({ ask, root, knownBriefs }: InitOptions): Promise<string> {
  const found = findBriefs(root);
  if (ask === null) {
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
    throw new Error(
      found.length === 0
        ? 'No briefs were found here: name their folder, or the address of a git repository, with --briefs.'
        : `Briefs were found in ${found.join(', ')}: name the right folder with --briefs.`,
    );
  }
  const kept = knownBriefs
    ? [{ value: asNow, label: `${placeName({ briefs: knownBriefs })}, as it is now` }]
    : [];
  const choices = [
    ...kept,
    ...found.map((folder) => ({ value: folder, label: folder })),
    { value: another, label: 'Somewhere else: another folder, or a git repository' },
  ];
  const chosen =
    choices.length === 1
      ? another
      : await ask.one('Where are your briefs?', choices, choices[0]?.value ?? another);
  return chosen === another ? ask.text('Folder or git address of your briefs', '', complaintOn) : chosen;
}

/** A path as a shell would read it. */
function pathOf(answer: string): string {
  return unquoted(answer).replace(/^~(?=\/|$)/, homedir());
}

function complaintOn(answer: string): string | undefined {
  const folder = pathOf(answer);
  // A token may stand in it, so it is not said again.
  if (isRepository(folder))
    return isRepositoryAddress(folder)
      ? undefined
      : `The address of a repository ought to be ${aRepository}.`;
  if (folder === '') return 'Write the path of a folder, such as ../news/briefs, or a git address.';
  if (!existsSync(folder)) return `There is no folder ${folder}: check the spelling.`;
  return statSync(folder).isDirectory() ? undefined : `${folder} is a file; name the folder it lies in.`;
}
