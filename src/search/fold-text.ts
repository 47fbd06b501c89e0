const JAMO_RUN = /[\u3131-\u318e]+/g;

/**
 * One spelling for every way of writing a text: NFKC, lower case, no Latin accents.
 * Typed jamo (ㅊㅐ) stay as they are, since NFKC would turn them into another block.
 */
export function foldText(text: string): string {
  let folded = '';
  let from = 0;
  for (const run of text.matchAll(JAMO_RUN)) {
    folded += foldRun(text.slice(from, run.index)) + run[0];
    from = run.index + run[0].length;
  }
  return folded + foldRun(text.slice(from));
}

function foldRun(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}
