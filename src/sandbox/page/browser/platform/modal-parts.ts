import type { Tree } from '../tree/tree.ts';

/** A modal of either platform, ready for the page's dialog. */
export interface ModalParts {
  title: string;
  /** Null when the modal has nothing to submit. */
  submit: string | null;
  close: string;
  body: Tree[];
}
