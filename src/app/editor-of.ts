import type { Settings } from '../config/settings.ts';
import { discordRenderer } from '../discord/render-discord.ts';
import { createEditor, type Editor } from '../editing/create-editor.ts';
import type { Library } from '../library/library.ts';
import { slackRenderer } from '../slack/render-slack.ts';
import type { Store } from '../store/open-store.ts';
import { soWhatBeyond } from './so-what-beyond.ts';

/** The editor over the program's own ledger, library and settings. */
export function editorOf(program: {
  store: Store;
  library: Pick<Library, 'briefs'>;
  settings: () => Settings;
  clock: () => number;
}): Editor {
  const { store, library, settings, clock } = program;
  return createEditor({
    store,
    briefs: (files) => library.briefs(files),
    showing: {
      renderers: { slack: slackRenderer, discord: discordRenderer },
      rulesAt({ platform, channel }) {
        const { channels } = settings();
        const entry = channels.find((each) => each.platform === platform && each.channel === channel);
        return (
          entry ?? { timezone: channels[0]?.timezone ?? 'UTC', soWhat: soWhatBeyond(settings(), platform) }
        );
      },
    },
    clock,
  });
}
