import { weeklyMessage } from '../../message/weekly-message.ts';
import type { Show } from './show-parts.ts';

/** The roll-up for one person: in words alone, since a private answer carries no picture. */
export const showWeekly: Show<'weekly'> = (view, { language, soWhat, zone }) =>
  weeklyMessage(view.weekly, { language, soWhat, zone, chart: null });
