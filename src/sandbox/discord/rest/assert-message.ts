import type { ZodMiniType } from 'zod/mini';
import { type FormFault, invalidForm } from '../checks/form-fault.ts';
import { isEmptyMessage, type MessageSituation, messageFaults } from '../checks/message-faults.ts';
import { schemaFaults } from '../checks/schema-faults.ts';
import { maxV2Bytes, textOfComponents } from '../checks/text-budget.ts';
import type { Json } from '../json.ts';
import type { UploadedFile } from '../messages/attachments.ts';
import { Refusal, refusal } from '../refusal.ts';

export interface MessageCheck extends Omit<MessageSituation, 'files'> {
  /** Null when the surrounding body was checked already. */
  schema: ZodMiniType | null;
  files: UploadedFile[];
  /** Names of files the message already has. */
  keptFiles?: string[];
  /** A new message must show something; an edit may leave all as it is. */
  isNew: boolean;
}

/** Refuses a message as the platform does: 50035 with the tree, 50006 when empty, 500 above the byte budget. */
export function assertMessage(body: Json, check: MessageCheck): void {
  const told = Array.isArray(body.attachments)
    ? body.attachments.map((entry) => String((entry as Json).filename))
    : [];
  const files = [...check.files.map((file) => file.name), ...told, ...(check.keptFiles ?? [])];
  const bySchema = check.schema === null ? [] : schemaFaults(check.schema, body);
  assertForm([...bySchema, ...messageFaults(body, { ...check, files })]);
  if (check.isNew && isEmptyMessage(body, check.files.length)) throw refusal(50_006);
  assertBytes(body);
}

export function assertForm(faults: FormFault[]): void {
  if (faults.length > 0) throw invalidForm(faults);
}

/** discord-api-docs#8554: too many bytes of text in a Components V2 message are answered with 500, not 400. */
export function assertBytes(body: Json): void {
  if (textOfComponents(body.components).bytes > maxV2Bytes)
    throw new Refusal(500, 0, '500: Internal Server Error');
}
