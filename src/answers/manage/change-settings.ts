import type { Command, Press, Submission } from '../hearing.ts';
import type { ManageOptions } from './manage-options.ts';
import type { LoggedChange, OverrideChange, UndoResult } from './override-store.ts';

/** Changes what was set in the chat, in the name of the person who asks; the program goes by it at once. */
export interface ChangeSettings {
  /** Null where nothing changed. */
  (
    by: Command | Press | Submission,
    change: Pick<OverrideChange, 'set' | 'unset'>,
  ): Promise<LoggedChange | null>;
  undo(by: Press, id: string): Promise<UndoResult>;
}

export function changeSettings(options: {
  manage: Pick<ManageOptions, 'overrides' | 'changed'>;
  clock: () => number;
  makeId: (...parts: string[]) => string;
  random: () => string;
}): ChangeSettings {
  const { overrides, changed } = options.manage;
  const newId = () => options.makeId('change', options.random());
  const author = ({ speaker }: Command | Press | Submission) => ({ id: speaker.id, name: speaker.name });

  async function change(
    by: Command | Press | Submission,
    wanted: Pick<OverrideChange, 'set' | 'unset'>,
  ): Promise<LoggedChange | null> {
    const about = { id: newId(), spot: by.spot, by: author(by), at: options.clock() };
    const made = await overrides.changeOverrides({ ...about, ...wanted });
    if (made !== null) await changed(made);
    return made;
  }

  async function undo(by: Press, id: string): Promise<UndoResult> {
    const result = await overrides.undoOverrides(id, {
      id: newId(),
      spot: by.spot,
      by: author(by),
      at: options.clock(),
    });
    if (result.outcome === 'undone') await changed(result.change);
    return result;
  }

  return Object.assign(change, { undo });
}
