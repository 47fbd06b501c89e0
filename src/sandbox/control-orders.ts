import { z } from 'zod';

/** What may be sent to `/control/…`, as CONTROL.md documents it. Unknown fields are refused. */
const id = z.string().min(1);
const options = z.record(z.string(), z.unknown());

export const SeedOrder = z.strictObject({
  workspace: z.strictObject({ id: id.optional(), name: z.string().optional() }).optional(),
  channels: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        kind: z.enum(['channel', 'private', 'dm', 'thread', 'forum', 'announcement']).optional(),
        parent: id.nullable().optional(),
        botIsMember: z.boolean().optional(),
        isArchived: z.boolean().optional(),
        denied: z.array(z.string()).optional(),
        createdBy: id.nullable().optional(),
        members: z.array(id).optional(),
      }),
    )
    .optional(),
  people: z
    .array(
      z.strictObject({
        id,
        name: z.string().optional(),
        locale: z.string().optional(),
        isBot: z.boolean().optional(),
        isAdmin: z.boolean().optional(),
      }),
    )
    .optional(),
  scopes: z.array(z.string()).optional(),
  commands: z.array(options).optional(),
  shortcuts: z
    .array(
      z.strictObject({
        type: z.enum(['message', 'global']),
        callback_id: id,
        name: z.string().min(1).max(24),
        description: z.string().min(1).max(150),
      }),
    )
    .max(10)
    .optional(),
  events: z.array(z.string()).optional(),
  /** Discord: sessions started in the last 24 hours. */
  sessionStarts: z.int().nonnegative().optional(),
});

export const CommandOrder = z.strictObject({
  person: id,
  channel: id,
  command: id,
  text: z.string().optional(),
  options: options.optional(),
  thread: id.optional(),
});

export const AutocompleteOrder = z.strictObject({
  person: id,
  channel: id,
  command: id,
  option: id,
  value: z.string(),
  options: options.optional(),
});

export const PressOrder = z
  .strictObject({
    person: id,
    channel: z.string().default(''),
    message: z.string().default(''),
    action: id,
    block: id.optional(),
    values: z.array(z.string()).optional(),
    modal: id.optional(),
  })
  .refine((order) => order.modal !== undefined || (order.channel !== '' && order.message !== ''), {
    error: 'say where: channel and message, or modal',
  });

export const MenuOrder = z.strictObject({ person: id, channel: id, message: id, entry: id });

export const SubmitOrder = z.strictObject({
  person: id,
  modal: id,
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});

export const DismissOrder = z.strictObject({ person: id, modal: id });
export const ReactOrder = z.strictObject({ person: id, channel: id, message: id, emoji: id });
export const SayOrder = z.strictObject({
  person: id,
  channel: id,
  text: z.string().min(1),
  thread: id.optional(),
});
export const ReloadOrder = z.strictObject({ person: id });
export const LagOrder = z.strictObject({ ms: z.number().nonnegative() });
export const LimitsOrder = z.strictObject({ enforce: z.boolean() });
export const RedeliverOrder = z.strictObject({ event: id.default('last') });
export const ConnectionsOrder = z.strictObject({
  do: z.enum([
    'warning',
    'refresh',
    'close',
    'cut',
    'freeze',
    'thaw',
    'reconnect',
    'invalid-session',
    'ignore-resume',
    'refuse',
    'accept',
  ]),
  /** Close code; for `refuse` on Discord the HTTP status of the refused upgrade. */
  code: z.int().min(400).max(4999).optional(),
  resumable: z.boolean().optional(),
  socket: z.int().nonnegative().optional(),
});
