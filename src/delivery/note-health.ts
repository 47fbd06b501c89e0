import { failuresToPause } from './after-failure.ts';
import { backOff } from './back-off.ts';
import { targetKey } from './channel-plan.ts';
import type { DeliveryError } from './delivery-error.ts';
import type { Lane } from './lane.ts';
import type { PosterState } from './poster-state.ts';

/**
 * Counts a failure that only a person can mend. Five in a row pause the channel; a refused token pauses the
 * workspace at once, for every channel would fail alike. The operator is told when the pause begins.
 * @returns ms until the next try
 */
export async function noteFailure(
  state: PosterState,
  lane: Lane,
  error: DeliveryError,
  whom: 'channel' | 'workspace',
): Promise<number> {
  const { options, platform, notices } = state;
  const { clock, timing } = options;
  const target = {
    platform: platform.name,
    workspace: platform.workspace,
    channel: whom === 'channel' ? lane.channel : '',
  };
  const before = whom === 'channel' ? lane.health : state.workspace.health;
  const failures = (before?.failures ?? 0) + 1;
  const wait = backOff(failures, { firstMs: timing.backOffMs, maxMs: timing.maxBackOffMs });
  const isPaused = whom === 'workspace' || failures >= failuresToPause;
  await state.saveHealth({
    ...target,
    failures,
    pausedAt: isPaused ? (before?.pausedAt ?? clock()) : null,
    reason: error.message,
    probeAt: clock() + wait,
  });
  if (isPaused)
    await notices.tell(
      `paused:${targetKey(target)}`,
      `Posting to ${whom === 'channel' ? `${target.platform} channel ${target.channel}` : target.platform} is paused: ${error.message} It resumes by itself once this is mended.`,
      target,
    );
  return wait;
}

/** The channel works, and with it the workspace. */
export async function noteSuccess(state: PosterState, lane: Lane): Promise<void> {
  state.refused.set(lane.channel, { since: state.options.clock(), chains: new Set() });
  const { workspace } = state;
  for (const channel of workspace.doubt?.channels ?? []) workspace.failAlone.add(channel);
  workspace.failAlone.delete(lane.channel);
  workspace.doubt = null;
  for (const health of [lane.health, workspace.health]) {
    if (!health || health.failures === 0) continue;
    // First, for what ends here would never be closed later, and the next pause not be told.
    if (health.pausedAt !== null) await state.notices.mended(`paused:${targetKey(health)}`);
    await state.saveHealth({ ...health, failures: 0, pausedAt: null, reason: '', probeAt: 0 });
    // What could not be posted could not be read, either.
    if (health.pausedAt !== null) state.sweepFlags();
  }
  state.readsAgain(lane.channel);
}
