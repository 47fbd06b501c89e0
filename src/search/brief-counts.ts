import type Database from 'libsql';

/** How many briefs there are, and which. */
export interface BriefCounts {
  /** `newest` is the largest number of a brief; 0 where there is none. */
  all(): { briefs: number; newest: number };
  file(id: number): string;
}

export function openBriefCounts(db: Database.Database): BriefCounts {
  const all = db.prepare('SELECT count(*) AS briefs, coalesce(max(id), 0) AS newest FROM briefs');
  const file = db.prepare('SELECT file FROM briefs WHERE id = ?').raw();
  return {
    all: () => all.get() as { briefs: number; newest: number },
    file: (id) => (file.get(id) as [string])[0],
  };
}
