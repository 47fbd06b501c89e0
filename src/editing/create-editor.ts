import type { Brief } from '../briefs/brief.ts';
import { type BriefEdit, type EditEffect, type Edits, indexEdits } from '../digest/edits.ts';
import type { EditChange, EditStore, Rewrite, Telling } from './edit-store.ts';
import { type EditShowing, rewritesOf } from './rewrites.ts';
import { filesBeside, filesIn } from './stories-in.ts';

/** Takes briefs back, puts them back, and mends them, wherever they were told. `by`: name of who does it; '' from the shell. */
export interface Editor {
  retract(files: readonly string[], by: string): Promise<EditEffect>;
  restore(files: readonly string[], by: string): Promise<EditEffect>;
  /** @param briefs as they read now */
  correct(briefs: readonly Brief[], by: string): Promise<EditEffect>;
  /**
   * Takes corrections back.
   * @param before corrections of these files that are in force again; without one a file reads as it was told
   */
  uncorrect(files: readonly string[], before: readonly BriefEdit[], by: string): Promise<EditEffect>;
  /** What the same would change, without doing it. */
  reach: {
    retract(files: readonly string[]): Promise<EditEffect>;
    restore(files: readonly string[]): Promise<EditEffect>;
    correct(briefs: readonly Brief[]): Promise<EditEffect>;
  };
  /**
   * Changes what came into the ledger while an edit of one of the files was made.
   * @returns keys of the editions that tell them
   */
  catchUp(files: readonly string[]): Promise<string[]>;
}

export interface EditorOptions {
  store: EditStore;
  /** Briefs as they read now; those that are gone are left out. */
  briefs: (files: readonly string[]) => Promise<Brief[]>;
  showing: EditShowing;
  clock: () => number;
}

export function createEditor({ store, briefs, showing, clock }: EditorOptions): Editor {
  /** What a change of these files would do to the messages that tell them. */
  async function plan(files: readonly string[], change: EditChange) {
    const tellings = await store.tellingsOf(files);
    const put = await Promise.all(change.put.map((edit) => withOthers(edit, tellings)));
    const made = { ...change, put };
    const rewrites = rewritesOf(tellings, files, await editsAfter(tellings, made), showing);
    return { made, rewrites, effect: effectOf(tellings, rewrites) };
  }

  async function carryOut(files: readonly string[], make: (at: number) => EditChange): Promise<EditEffect> {
    for (;;) {
      const version = await store.editVersion();
      const { made, rewrites, effect } = await plan(files, make(clock()));
      if ((await store.edit(version, made, rewrites)) === 'stored') return effect;
    }
  }

  async function withOthers(edit: BriefEdit, tellings: readonly Telling[]): Promise<BriefEdit> {
    return { ...edit, others: await briefs(filesBeside(edit.file, tellings)) };
  }

  /** The edits in force for everything that the tellings show, as they will be after a change. */
  async function editsAfter(
    tellings: readonly Telling[],
    { put, end }: Pick<EditChange, 'put' | 'end'>,
  ): Promise<Edits> {
    const before = await store.editsOf(filesIn(tellings));
    const isOver = ({ file, kind }: BriefEdit) =>
      end.some((ended) => ended.file === file && ended.kind === kind);
    return indexEdits([...before.filter((edit) => !isOver(edit)), ...put]);
  }

  function retracting(files: readonly string[], by: string, at: number): EditChange {
    const put = files.map(
      (file): BriefEdit => ({ file, kind: 'retracted', at, by, brief: null, others: [] }),
    );
    return { put, end: [], by, at };
  }

  function restoring(files: readonly string[], by: string, at: number): EditChange {
    return { put: [], end: files.map((file) => ({ file, kind: 'retracted' })), by, at };
  }

  function correcting(mended: readonly Brief[], by: string, at: number): EditChange {
    const put = mended.map(
      (brief): BriefEdit => ({ file: brief.file, kind: 'corrected', at, by, brief, others: [] }),
    );
    return { put, end: [], by, at };
  }

  const filesAmong = (mended: readonly Brief[]) => mended.map(({ file }) => file);

  return {
    retract: (files, by) => carryOut(files, (at) => retracting(files, by, at)),
    restore: (files, by) => carryOut(files, (at) => restoring(files, by, at)),
    correct: (mended, by) => carryOut(filesAmong(mended), (at) => correcting(mended, by, at)),

    uncorrect: (files, before, by) =>
      carryOut(files, (at) => ({
        put: before.map((edit) => ({ ...edit, at, by })),
        end: files
          .filter((file) => !before.some((edit) => edit.file === file))
          .map((file) => ({ file, kind: 'corrected' as const })),
        by,
        at,
      })),

    reach: {
      retract: async (files) => (await plan(files, retracting(files, '', clock()))).effect,
      restore: async (files) => (await plan(files, restoring(files, '', clock()))).effect,
      correct: async (mended) => (await plan(filesAmong(mended), correcting(mended, '', clock()))).effect,
    },

    async catchUp(files) {
      for (;;) {
        const version = await store.editVersion();
        const tellings = await store.tellingsOf(files);
        const edits = await editsAfter(tellings, { put: [], end: [] });
        const rewrites = rewritesOf(tellings, files, edits, showing);
        const isDone =
          rewrites.length === 0 || (await store.rewrite(version, rewrites, clock())) === 'stored';
        if (isDone) return [...new Set(tellings.flatMap(({ edition }) => edition?.key ?? []))];
      }
    },
  };
}

function effectOf(tellings: readonly Telling[], rewrites: readonly Rewrite[]): EditEffect {
  const changed = new Set(rewrites.map(({ delivery }) => delivery));
  const parts = tellings.flatMap((telling) => telling.parts).filter(({ id }) => changed.has(id));
  const channels = new Map(
    parts.map(({ platform, channel }) => [`${platform} ${channel}`, { platform, channel }]),
  );
  return { messages: parts.length, channels: [...channels.values()] };
}
