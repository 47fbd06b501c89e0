import { findChannel, permissionsIn } from '../find-channel.ts';
import { may } from '../permissions.ts';
import { refusal } from '../refusal.ts';
import { compareSnowflakes } from '../snowflake.ts';
import { wireMessage } from '../wire/wire-message.ts';
import { wireUser } from '../wire/wire-user.ts';
import { numberOf, ok, param, type RestRoute } from './rest-route.ts';
import { visibleMessage, visibleMessages } from './visible-messages.ts';

/** Reading messages and who reacted to them. */
export const messageReads: RestRoute[] = [
  {
    method: 'GET',
    path: '/channels/:channel/messages',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'));
      if (channel.kind === 'forum') throw refusal(50_008);
      const limit = numberOf(request, 'limit', 50, 100);
      // Without the permission the platform answers an empty list, not an error.
      if (!may(permissionsIn(discord.state, channel), 'READ_MESSAGE_HISTORY')) return ok([]);
      const all = visibleMessages(discord, channel.id);
      const before = request.query.get('before');
      const after = request.query.get('after');
      const around = request.query.get('around');
      let page = all.slice(-limit);
      if (around !== null) {
        const half = Math.floor(limit / 2);
        const older = all.filter(({ id }) => compareSnowflakes(id, around) < 0).slice(-half);
        page = [
          ...older,
          ...all.filter(({ id }) => compareSnowflakes(id, around) >= 0).slice(0, half + 1),
        ].slice(0, limit);
      } else if (before !== null)
        page = all.filter(({ id }) => compareSnowflakes(id, before) < 0).slice(-limit);
      else if (after !== null)
        page = all.filter(({ id }) => compareSnowflakes(id, after) > 0).slice(0, limit);
      return ok(page.reverse().map((message) => wireMessage(discord.state, message)));
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'), 'READ_MESSAGE_HISTORY');
      return ok(wireMessage(discord.state, visibleMessage(discord, channel.id, param(request, 'message'))));
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message/reactions/:emoji',
    handle(discord, request) {
      const channel = findChannel(discord, param(request, 'channel'), 'READ_MESSAGE_HISTORY');
      const message = visibleMessage(discord, channel.id, param(request, 'message'));
      const limit = numberOf(request, 'limit', 25, 100);
      const after = request.query.get('after') ?? '0';
      const reaction = message.reactions.find(({ emoji }) => emoji === param(request, 'emoji'));
      const people = (reaction?.people ?? [])
        .filter((id) => compareSnowflakes(id, after) > 0)
        .sort(compareSnowflakes)
        .slice(0, limit);
      return ok(
        people.flatMap((id) => {
          const person = discord.state.people.get(id);
          return person === undefined ? [] : [wireUser(person)];
        }),
      );
    },
  },
];
