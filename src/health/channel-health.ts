/** How one channel stands, as the metrics show it. Delivery knows it. */
export interface ChannelHealth {
  name: string;
  platform: string;
  state: 'ok' | 'posting' | 'held' | 'paused';
  last: {
    slot: { dueAt: number };
    posted: number;
    failed: number;
    retries: number;
    lateMs: number | null;
  } | null;
  onTime: number;
  due: number;
  missed: number;
  quiet: number;
}
