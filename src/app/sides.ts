import type { DiscordSide } from '../discord/open-discord.ts';
import type { SlackListener, SlackSide } from '../slack/open-slack.ts';
import { type GatewaySeat, joinGateway } from './join-gateway.ts';
import type { Side } from './keep-connected.ts';

/** Slack's side as it is kept connected. */
export function slackSide(side: SlackSide, listener: Omit<SlackListener, 'onFatal'>): Side {
  return {
    platform: side.platform,
    join: (onRefused) => side.listen({ ...listener, onFatal: onRefused }),
    isListening: side.isListening,
    leave: side.stop,
  };
}

/** Discord's. */
export function discordSide(
  side: DiscordSide,
  options: Omit<Parameters<typeof joinGateway>[0], 'side' | 'onFatal'>,
): Side {
  let seat: GatewaySeat | null = null;
  return {
    platform: side.platform,
    async join(onRefused) {
      await seat?.leave();
      seat = await joinGateway({ ...options, side, onFatal: onRefused });
    },
    isListening: () => seat?.isListening() ?? false,
    leave: async () => seat?.leave(),
  };
}
