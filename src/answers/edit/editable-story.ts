import type { Bilingual, Language } from '../../briefs/brief.ts';
import type { EditionStory } from '../../digest/edition.ts';
import type { BriefEdit } from '../../digest/edits.ts';
import { filesOf } from '../../digest/with-edits.ts';
import { textOf } from '../../message/inlines.ts';
import { leadLine } from '../../message/lead-line.ts';

/** A story that a message tells, as far as editing needs it. */
export interface EditableStory {
  title: Bilingual;
  /** Every brief it was told from. */
  files: string[];
}

export type EditVerb = 'retract' | 'restore' | 'correct';

/** What takes an edit back, as long as nobody edits the same briefs after it. */
export interface EditUndo {
  verb: EditVerb;
  /** The edits it made; of a restoration the files alone count. */
  made: { file: string; at: number }[];
  /** Corrections that were in force before it made its own. */
  before: BriefEdit[];
}

/** A story as it was told at first. */
export function editableStory(story: EditionStory): EditableStory {
  const line = (language: Language) =>
    textOf(leadLine(story, { language, today: '', soWhat: true, zone: 'UTC' }));
  return { title: { ko: line('ko'), en: line('en') }, files: filesOf(story) };
}
