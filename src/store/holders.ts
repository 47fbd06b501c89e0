import { type Target, targetKey } from '../delivery/channel-plan.ts';

/** Under which keys a channel's marks and told stories are kept: its own, and its entry's name in the settings. */
export function holdersOf(target: Target, name: string): string[] {
  return [`target:${targetKey(target)}`, `name:${name}`];
}
