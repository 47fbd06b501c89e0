import { listFiles, readListedFile } from '../briefs/list-files.ts';
import { readFrontMatter } from '../briefs/readers/read-front-matter.ts';
import { documentReaders, readSource } from '../briefs/readers/read-source.ts';

/** What a folder of briefs holds. */
export interface Survey {
  files: number;
  briefs: number;
  /** Files that cannot be read as briefs. */
  unreadable: number;
  /** First and last date of publication, `YYYY-MM-DD`; '' where no brief states one. */
  from: string;
  to: string;
  /** When the newest brief was taken in, epoch ms; null where no brief says. */
  newestAt: number | null;
  /** Briefs with something to read in that language. */
  korean: number;
  english: number;
  /** Why the folder cannot be listed; null where it can. */
  problem: string | null;
}

const readers = [readFrontMatter, ...documentReaders];

/** Reads every file of the folder once, and keeps nothing. */
export function surveyBriefs(folder: string): Survey {
  const { files, problems, unknown } = listFiles(folder);
  const survey: Survey = {
    files: files.length,
    briefs: 0,
    unreadable: 0,
    from: '',
    to: '',
    newestAt: null,
    korean: 0,
    english: 0,
    problem: unknown.includes('') ? (problems[0]?.reason ?? 'It cannot be listed.') : null,
  };
  for (const listed of files) {
    const source = readListedFile(listed);
    const reading = 'reason' in source ? null : readSource(source, readers);
    if (reading === null || reading.problems.length > 0) survey.unreadable += 1;
    for (const { datePublished, ingestedAt, summary, soWhat } of reading?.briefs ?? []) {
      survey.briefs += 1;
      if (summary.ko !== '' || soWhat.ko !== '') survey.korean += 1;
      if (summary.en !== '' || soWhat.en !== '') survey.english += 1;
      if (ingestedAt !== null) survey.newestAt = Math.max(survey.newestAt ?? ingestedAt, ingestedAt);
      if (datePublished === '') continue;
      if (survey.from === '' || datePublished < survey.from) survey.from = datePublished;
      if (datePublished > survey.to) survey.to = datePublished;
    }
  }
  return survey;
}

/** `28 briefs in 30 files, 2026-06-29 to 2026-07-03; 28 can be read in Korean, 27 in English; 1 file cannot be read`. */
export function saySurvey(survey: Survey): string {
  if (survey.problem !== null) return survey.problem;
  const { briefs, files, from, to, korean, english, unreadable } = survey;
  if (briefs === 0) return `no briefs in ${counted(files, 'file')}`;
  const span = from === '' ? 'undated' : from === to ? from : `${from} to ${to}`;
  const left = unreadable === 0 ? '' : `; ${counted(unreadable, 'file')} cannot be read`;
  return `${counted(briefs, 'brief')} in ${counted(files, 'file')}, ${span}; ${korean} can be read in Korean, ${english} in English${left}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
