import type { ManageOptions } from '../../../src/answers/manage/manage-options.ts';
import type { Store } from '../../../src/store/open-store.ts';

/** No channel gets editions, and the bot sees none. */
export function unmanaged(store: Store): ManageOptions {
  return {
    overrides: store,
    desk: {
      facts: async () => null,
      join: async () => 'refused',
      mayManage: async (_spot, speaker) => speaker.mayManage,
    },
    refresh: async () => {},
    managers: () => ({ slack: [], discord: [] }),
    channelAt: () => null,
    changed: async () => {},
    nameFor: (name) => name,
    standing: async () => null,
    preview: async () => null,
    postNow: async () => 0,
    zone: () => 'Asia/Seoul',
    takesForm: () => false,
  };
}
