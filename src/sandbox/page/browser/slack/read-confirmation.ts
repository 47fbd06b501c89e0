import { phrase } from '../platform/phrases.ts';
import { asRecord, type Json } from '../platform/read-json.ts';
import type { RenderContext } from '../platform/render-context.ts';
import type { Confirmation } from '../tree/act.ts';
import { treeToText } from '../tree/tree-to-text.ts';
import { plainText, renderTextObject } from './render-text-object.ts';

/** The `confirm` object of an element: what a person is asked before the press is sent; null when there is none. */
export function readConfirmation(element: Json, context: RenderContext): Confirmation | null {
  if (element.confirm === undefined) return null;
  const confirm = asRecord(element.confirm);
  return {
    title: plainText(asRecord(confirm.title)),
    text: treeToText(renderTextObject(asRecord(confirm.text), context)),
    confirm: plainText(asRecord(confirm.confirm)),
    deny: plainText(asRecord(confirm.deny)) || phrase('cancel', context.language),
    danger: confirm.style === 'danger',
  };
}
