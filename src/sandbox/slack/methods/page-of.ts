import { type Args, count, text } from '../args.ts';
import { SlackError } from '../slack-error.ts';

/** One page of a list with the cursor of the next, as Slack words it. `limit` from the arguments. */
export function pageOf<T>(
  items: readonly T[],
  args: Args,
  limits: { normal: number; most: number },
): { items: T[]; hasMore: boolean; metadata: { next_cursor: string } } {
  const limit = count(args, 'limit', limits.normal, limits.most);
  const from = readCursor(text(args, 'cursor'));
  const hasMore = items.length > from + limit;
  const next = hasMore ? Buffer.from(`offset:${from + limit}`).toString('base64') : '';
  return { items: items.slice(from, from + limit), hasMore, metadata: { next_cursor: next } };
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const offset = /^offset:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1];
  if (offset === undefined) throw new SlackError('invalid_cursor');
  return Number(offset);
}
