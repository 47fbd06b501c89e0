import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { memberPermissions } from '../../src/discord/member-permissions.ts';

const guild = 'everyone';
const user = 'bot';
const bits = (...some: bigint[]) => some.reduce((all, bit) => all | bit, 0n).toString();

function permissions(
  roles: Record<string, string>,
  held: string[],
  overwrites: { id: string; allow?: string; deny?: string }[] = [],
): bigint {
  return memberPermissions({
    guild,
    user,
    roles: Object.entries(roles).map(([id, each]) => ({ id, permissions: each })),
    member: { roles: held },
    overwrites: overwrites.map(({ id, allow = '0', deny = '0' }) => ({ id, allow, deny })),
  });
}

test('roles add up, those the bot does not hold do not count', () => {
  const roles = { everyone: bits(P.ViewChannel), helper: bits(P.SendMessages), admin: bits(P.Administrator) };
  expect(permissions(roles, ['helper'])).toBe(P.ViewChannel | P.SendMessages);
});

test('an administrator may do everything, whatever a channel denies', () => {
  const granted = permissions(
    { everyone: '0', admin: bits(P.Administrator) },
    ['admin'],
    [{ id: guild, deny: bits(P.ViewChannel) }],
  );
  expect(granted & P.ManageGuild).toBe(P.ManageGuild);
});

test('a private channel that lets the bot’s role in', () => {
  const granted = permissions(
    { everyone: bits(P.ViewChannel, P.SendMessages), helper: '0' },
    ['helper'],
    [
      { id: guild, deny: bits(P.ViewChannel) },
      { id: 'helper', allow: bits(P.ViewChannel) },
    ],
  );
  expect(granted).toBe(P.ViewChannel | P.SendMessages);
});

test('one role’s allow beats another role’s deny, and the member’s own overwrite beats both', () => {
  const roles = { everyone: bits(P.ViewChannel), a: '0', b: '0' };
  const both = [
    { id: 'a', deny: bits(P.SendMessages) },
    { id: 'b', allow: bits(P.SendMessages) },
  ];
  expect(permissions(roles, ['a', 'b'], both) & P.SendMessages).toBe(P.SendMessages);
  expect(
    permissions(roles, ['a', 'b'], [...both, { id: user, deny: bits(P.SendMessages) }]) & P.SendMessages,
  ).toBe(0n);
});

test('an overwrite of a role the bot does not hold changes nothing', () => {
  const granted = permissions(
    { everyone: bits(P.ViewChannel) },
    [],
    [{ id: 'vip', deny: bits(P.ViewChannel) }],
  );
  expect(granted).toBe(P.ViewChannel);
});

test('whoever may not see a channel may do nothing in it', () => {
  const granted = permissions(
    { everyone: bits(P.ViewChannel, P.SendMessages) },
    [],
    [{ id: guild, deny: bits(P.ViewChannel) }],
  );
  expect(granted).toBe(0n);
});
