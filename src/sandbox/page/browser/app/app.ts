import type { PlatformName } from '../../../world.ts';
import type { PhraseName } from '../platform/phrases.ts';
import type { Notice, PageState } from '../view/page-state.ts';
import type { Control } from './control.ts';

/** What an action may do: read the state, change it (which redraws), and ask the sandbox. */
export interface App {
  state(): PageState;
  change(part: Partial<PageState>): void;
  control: Control;
  /** Fetches a platform's world anew. */
  refresh(platform: PlatformName): Promise<void>;
  /** Shows a short word at the bottom. */
  toast(name: PhraseName, ...values: string[]): void;
  /** Adds a notice and gives its id. */
  notify(notice: Omit<Notice, 'id' | 'at'>): string;
  forget(notice: string): void;
  /** Names chosen from the bot's proposals → the values behind them. */
  chosen: Map<string, string>;
}
