import { disassemble } from 'es-hangul';

/** Whether a text holds what was typed so far, by its jamo: a syllable still being composed (지ㄴ) fits 지난주. */
export function holdsTyped(text: string, typed: string): boolean {
  return disassemble(text.toLowerCase()).includes(disassemble(typed.toLowerCase()));
}
