import type { Message } from '../../message/message.ts';
import type { View } from '../view.ts';
import { showHelp, showSay, showStatus } from './show-about.ts';
import { showAsk } from './show-ask.ts';
import { showEdit } from './show-edit.ts';
import { showEdition, showNewest, showRest } from './show-edition.ts';
import { showFollows } from './show-follows.ts';
import { showHits, showNothing, showStory } from './show-found.ts';
import { showMissed } from './show-missed.ts';
import { showNews } from './show-news.ts';
import type { ShowView } from './show-options.ts';
import type { Show } from './show-parts.ts';
import { showSheet } from './show-sheet.ts';
import { showWeekly } from './show-weekly.ts';

const shows: { [K in View['kind']]: Show<K> } = {
  help: showHelp,
  status: showStatus,
  sheet: showSheet,
  say: showSay,
  edit: showEdit,
  edition: showEdition,
  rest: showRest,
  newest: showNewest,
  story: showStory,
  nothing: showNothing,
  hits: showHits,
  missed: showMissed,
  ask: showAsk,
  weekly: showWeekly,
  follows: showFollows,
  news: showNews,
};

/** An answer as a message; its buttons carry the answer's id. Pure. */
export function showView(view: View, show: ShowView): Message {
  return (shows[view.kind] as Show<View['kind']>)(view as never, show);
}
