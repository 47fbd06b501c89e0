import { bad, type Finding, good } from '../finding.ts';
import { type Survey, saySurvey } from '../survey-briefs.ts';

const dayMs = 86_400_000;
/** A pipeline that has delivered nothing for so long has probably stopped. */
const staleMs = 7 * dayMs;

/**
 * Whether there are briefs, whether all can be read, and whether new ones come.
 * @param now epoch ms; null where no new ones are waited for
 */
export function checkBriefs(folder: string, survey: Survey, now: number | null): Finding {
  const name = 'briefs';
  if (survey.problem !== null)
    return bad(
      name,
      `The briefs folder ${folder} cannot be read: ${survey.problem}`,
      'Set briefs.folder in the settings to the folder with your briefs.',
    );
  if (survey.briefs === 0)
    return bad(
      name,
      `${folder} holds ${saySurvey(survey)}.`,
      survey.files > 0
        ? 'See why, file by file: npx sowhat check'
        : 'Set briefs.folder in the settings to the folder your pipeline writes to.',
    );
  const says = `${folder}: ${saySurvey(survey)}`;
  if (survey.unreadable > 0) return bad(name, `${says}.`, 'See which, and why: npx sowhat check');
  const age = survey.newestAt === null || now === null ? 0 : now - survey.newestAt;
  if (age > staleMs)
    return bad(
      name,
      `${says}. The newest came ${Math.floor(age / dayMs)} days ago.`,
      'Look after the pipeline that writes the briefs: without new ones nothing is posted.',
    );
  return good(name, says);
}
