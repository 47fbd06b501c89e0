import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ChannelHealth } from './channel-health.ts';
import type { Readiness } from './create-readiness.ts';

const states = ['ok', 'posting', 'held', 'paused'] as const;

/** What a channel's gauges read; null leaves the series out. */
const gauges: readonly { name: string; help: string; read: (channel: ChannelHealth) => number | null }[] = [
  {
    name: 'sowhat_last_edition_timestamp_seconds',
    help: 'When the last edition was due (Unix time)',
    read: ({ last }) => (last === null ? null : last.slot.dueAt / 1000),
  },
  {
    name: 'sowhat_last_edition_late_seconds',
    help: 'How late the first message of the last edition was posted',
    read: ({ last }) => (last?.lateMs == null ? null : last.lateMs / 1000),
  },
  {
    name: 'sowhat_last_edition_messages_posted',
    help: 'Messages of the last edition that are posted',
    read: ({ last }) => last?.posted ?? null,
  },
  {
    name: 'sowhat_last_edition_messages_failed',
    help: 'Messages of the last edition that the platform refused for good',
    read: ({ last }) => last?.failed ?? null,
  },
  {
    name: 'sowhat_last_edition_retries',
    help: 'Attempts beyond the first at messages of the last edition',
    read: ({ last }) => last?.retries ?? null,
  },
  { name: 'sowhat_slots_due', help: 'Slots of the last 31 days that were due', read: ({ due }) => due },
  {
    name: 'sowhat_slots_on_time',
    help: 'Slots of the last 31 days that were on time',
    read: ({ onTime }) => onTime,
  },
  {
    name: 'sowhat_slots_missed',
    help: 'Slots of the last 31 days that were missed',
    read: ({ missed }) => missed,
  },
  { name: 'sowhat_slots_quiet', help: 'Slots in a row without news', read: ({ quiet }) => quiet },
];

export interface Metrics {
  contentType: string;
  /** Everything in Prometheus' text format, as it is now. */
  read(): Promise<string>;
}

/** The process's metrics, and gauges of every channel that are read from the ledger at each scrape. */
export function createMetrics(options: {
  channels: () => Promise<readonly ChannelHealth[]>;
  readiness: () => Promise<Readiness>;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const labelNames = ['channel', 'platform'];
  const ready = new Gauge({ name: 'sowhat_ready', help: '1 while /readyz says ready', registers });
  const own = gauges.map(({ name, help }) => new Gauge({ name, help, labelNames, registers }));
  const state = new Gauge({
    name: 'sowhat_channel_state',
    help: '1 for the state the channel is in',
    labelNames: [...labelNames, 'state'],
    registers,
  });

  return {
    contentType: registry.contentType,
    async read() {
      const { isConnected, ledger } = await options.readiness();
      ready.set(isConnected && ledger === null ? 1 : 0);
      // Without the ledger the channels are left out, and what the process knows of itself stays.
      const channels = ledger === null ? await options.channels() : [];
      for (const gauge of [...own, state]) gauge.reset();
      for (const channel of channels) {
        const labels = { channel: channel.name, platform: channel.platform };
        for (const [index, { read }] of gauges.entries()) {
          const value = read(channel);
          if (value !== null) own[index]?.set(labels, value);
        }
        for (const each of states) state.set({ ...labels, state: each }, channel.state === each ? 1 : 0);
      }
      return registry.metrics();
    },
  };
}
