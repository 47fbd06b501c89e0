import type { Logger } from 'pino';
import type { EditDesk, Reread } from '../answers/edit/edit-desk.ts';
import type { ReportDesk } from '../answers/report/report-desk.ts';
import { reportLines } from '../answers/report/report-lines.ts';
import type { Settings } from '../config/settings.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { PlatformName } from '../digest/edition.ts';
import type { Editor } from '../editing/create-editor.ts';
import type { Library } from '../library/library.ts';
import type { Store } from '../store/open-store.ts';

const did = {
  retract: 'a story was retracted in the chat',
  restore: 'a story was put back in the chat',
  correct: 'a story was corrected in the chat',
  uncorrect: 'a correction was taken back in the chat',
} as const;

/** What the menu of a message takes of the running program. */
export function editInChat(program: {
  editor: Editor;
  store: Pick<Store, 'editsOf' | 'noteEvent'>;
  library: Pick<Library, 'refresh' | 'briefs'>;
  delivery: Pick<Delivery, 'pass'>;
  settings: () => Settings;
  logger: Logger;
}): { edit: EditDesk; report: ReportDesk } {
  const { editor, store, library, delivery, settings, logger } = program;

  function nameOf({ platform, channel }: { platform: PlatformName; channel: string }): string {
    const entry = settings().channels.find((each) => each.platform === platform && each.channel === channel);
    return entry?.name ?? channel;
  }

  async function reread(files: readonly string[]): Promise<Reread> {
    const report = await library.refresh();
    const briefs = await library.briefs(files);
    const missing = files.find((file) => !briefs.some((brief) => brief.file === file));
    if (missing === undefined) return { briefs };
    const problem = [...report.problems, ...report.retrying, ...report.quarantined].find(({ file }) =>
      [missing, missing.split('#')[0]].includes(file),
    );
    return { file: missing, reason: problem?.reason ?? null };
  }

  return {
    edit: {
      editsOf: (files) => store.editsOf(files),
      retract: editor.retract,
      restore: editor.restore,
      correct: editor.correct,
      uncorrect: editor.uncorrect,
      reach: editor.reach,
      reread,
      nameOf,
      changed({ spot, by, verb, files, isUndo }) {
        const { platform, channel } = spot;
        logger.info({ platform, channel, by: by.name, person: by.id, files, isUndo }, did[verb]);
      },
    },
    report: {
      note: (id) => store.noteEvent(id),
      nameOf,
      async tell(report) {
        const { platform, channel, by, title, text, link } = report;
        logger.warn(
          { platform, channel, by: by.name, person: by.id, title, text, link },
          'somebody reported a problem',
        );
        return (await delivery.pass(`report:${report.id}`, reportLines(report), link)) ? 'told' : 'noted';
      },
    },
  };
}
