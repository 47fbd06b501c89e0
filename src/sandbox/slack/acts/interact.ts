import type { ActOutcome } from '../../platform.ts';
import type { SlackContext } from '../context.ts';
import type { Envelope } from '../socket-mode.ts';

/** Sends an interaction to the app and waits for the acknowledgement, at most as long as Slack does. */
export async function interact(
  context: SlackContext,
  type: 'slash_commands' | 'interactive',
  payload: unknown,
): Promise<ActOutcome> {
  const envelope: Envelope = { type, payload, accepts_response_payload: true };
  const attempt = await context.sockets.deliver(envelope);
  context.events.remember(attempt.envelopeId, envelope);
  const outcome = { event: attempt.envelopeId, acknowledged: false, ackMs: null, response: null };
  if (attempt.outcome === 'timeout') return { ...outcome, error: 'operation_timeout' };
  if (attempt.outcome === 'no-socket') return { ...outcome, error: 'dispatch_failed' };
  const { ms, response } = attempt;
  return { event: attempt.envelopeId, acknowledged: true, ackMs: ms, error: null, response };
}

/** Whether an acknowledgement carries anything. */
export function isFilled(response: unknown): response is Record<string, unknown> {
  return typeof response === 'object' && response !== null && Object.keys(response).length > 0;
}
