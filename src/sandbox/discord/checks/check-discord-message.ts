import {
  IncomingWebhookRequestPartialSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import { isJson } from '../json.ts';
import { describeFault } from './form-fault.ts';
import { isEmptyMessage, messageFaults } from './message-faults.ts';
import { schemaFaults } from './schema-faults.ts';
import { maxV2Bytes, textOfComponents } from './text-budget.ts';

export type MessageUse = 'create' | 'edit' | 'answer';

const schemas = {
  create: MessageCreateRequestSchema,
  edit: MessageEditRequestPartialSchema,
  answer: IncomingWebhookRequestPartialSchema,
} as const;

/**
 * Everything Discord would refuse in the body of a message, as sentences (`components[0].label: …`); empty when it
 * would be taken. Its own OpenAPI schema first, then what that document does not say: 2,000 characters of content,
 * 6,000 over all embeds, the Components V2 rules with their 4,000 characters and 10,170 bytes, buttons, selects,
 * flags, mentions, unknown fields. `use`: a channel message, an edit of one, or an answer to an interaction.
 */
export function checkDiscordMessage(body: unknown, use: MessageUse = 'create'): string[] {
  const faults = schemaFaults(schemas[use], body);
  if (!isJson(body)) return faults.map(describeFault);
  faults.push(...messageFaults(body, { isV2: false, isAnswer: use === 'answer', files: null }));
  const problems = faults.map(describeFault);
  if (use !== 'edit' && isEmptyMessage(body, 0)) problems.push('Cannot send an empty message');
  const { bytes } = textOfComponents(body.components);
  if (bytes > maxV2Bytes)
    problems.push(`components: ${bytes} bytes of text, more than ${maxV2Bytes}; the platform answers 500`);
  return problems;
}
