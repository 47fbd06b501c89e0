import type { EditDesk } from '../../src/answers/edit/edit-desk.ts';
import type { ReportDesk } from '../../src/answers/report/report-desk.ts';

const nothing = async () => ({ messages: 0, channels: [] });

/** Nothing was edited, nothing is told anywhere, and there is no operator. */
export const unedited: { edit: EditDesk; report: ReportDesk } = {
  edit: {
    editsOf: async () => [],
    retract: nothing,
    restore: nothing,
    correct: nothing,
    uncorrect: nothing,
    reach: { retract: nothing, restore: nothing, correct: nothing },
    reread: async () => ({ briefs: [] }),
    nameOf: ({ channel }) => channel,
    changed: () => {},
  },
  report: { note: async () => true, tell: async () => 'noted', nameOf: ({ channel }) => channel },
};
