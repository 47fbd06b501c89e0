import type { Brief } from '../briefs/brief.ts';
import type { PlatformName } from '../digest/edition.ts';
import { type BriefEdit, type Edits, indexEdits } from '../digest/edits.ts';
import type { EditChange, EditStore, Rewrite, Telling } from './edit-store.ts';
import { type EditShowing, rewritesOf } from './rewrites.ts';
import { filesBeside, filesIn } from './stories-in.ts';

/** What an edit changes, for the person who makes it. */
export interface Effect {
  /** How many messages of ours read otherwise, posted or waiting. */
  messages: number;
  /** The channels they are in. */
  channels: { platform: PlatformName; channel: string }[];
}

/** Takes briefs back, puts them back, and mends them, wherever they were told. */
export interface Editor {
  /** @param by the name of who does it; '' from the shell */
  retract(files: readonly string[], by: string): Promise<Effect>;
  restore(files: readonly string[]): Promise<Effect>;
  /** @param briefs as they read now */
  correct(briefs: readonly Brief[], by: string): Promise<Effect>;
  /** What retracting these files would change. */
  reach(files: readonly string[]): Promise<Effect>;
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
  async function change(files: readonly string[], make: (at: number) => EditChange): Promise<Effect> {
    for (;;) {
      const version = await store.editVersion();
      const tellings = await store.tellingsOf(files);
      const made = make(clock());
      const put = await Promise.all(made.put.map((edit) => withOthers(edit, tellings)));
      const rewrites = rewritesOf(tellings, files, await editsAfter(tellings, { ...made, put }), showing);
      if ((await store.edit(version, { ...made, put }, rewrites)) === 'stored')
        return effectOf(tellings, rewrites);
    }
  }

  async function withOthers(edit: BriefEdit, tellings: readonly Telling[]): Promise<BriefEdit> {
    return { ...edit, others: await briefs(filesBeside(edit.file, tellings)) };
  }

  /** The edits in force for everything that the tellings show, as they will be after a change. */
  async function editsAfter(
    tellings: readonly Telling[],
    { put, restore }: Pick<EditChange, 'put' | 'restore'>,
  ): Promise<Edits> {
    const before = await store.editsOf(filesIn(tellings));
    const isOver = ({ file, kind }: BriefEdit) => kind === 'retracted' && restore.includes(file);
    return indexEdits([...before.filter((edit) => !isOver(edit)), ...put]);
  }

  function retractions(files: readonly string[], by: string, at: number): BriefEdit[] {
    return files.map((file) => ({ file, kind: 'retracted', at, by, brief: null, others: [] }));
  }

  return {
    retract: (files, by) => change(files, (at) => ({ put: retractions(files, by, at), restore: [], at })),

    restore: (files) => change(files, (at) => ({ put: [], restore: files, at })),

    correct: (mended, by) =>
      change(
        mended.map(({ file }) => file),
        (at) => ({
          put: mended.map((brief) => ({ file: brief.file, kind: 'corrected', at, by, brief, others: [] })),
          restore: [],
          at,
        }),
      ),

    async reach(files) {
      const tellings = await store.tellingsOf(files);
      const put = await Promise.all(
        retractions(files, '', clock()).map((edit) => withOthers(edit, tellings)),
      );
      const edits = await editsAfter(tellings, { put, restore: [] });
      return effectOf(tellings, rewritesOf(tellings, files, edits, showing));
    },

    async catchUp(files) {
      for (;;) {
        const version = await store.editVersion();
        const tellings = await store.tellingsOf(files);
        const edits = await editsAfter(tellings, { put: [], restore: [] });
        const rewrites = rewritesOf(tellings, files, edits, showing);
        const isDone =
          rewrites.length === 0 || (await store.rewrite(version, rewrites, clock())) === 'stored';
        if (isDone) return [...new Set(tellings.flatMap(({ edition }) => edition?.key ?? []))];
      }
    },
  };
}

function effectOf(tellings: readonly Telling[], rewrites: readonly Rewrite[]): Effect {
  const changed = new Set(rewrites.map(({ delivery }) => delivery));
  const parts = tellings.flatMap((telling) => telling.parts).filter(({ id }) => changed.has(id));
  const channels = new Map(
    parts.map(({ platform, channel }) => [`${platform} ${channel}`, { platform, channel }]),
  );
  return { messages: parts.length, channels: [...channels.values()] };
}
