/** One line of a stream, without its end; null for one that is longer than allowed. `start` is how it begins. */
export interface Line {
  text: string | null;
  start: string;
}

const START = 200;

/** Splits a stream of UTF-8 text into lines and holds no more than `longest` characters of any of them. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let text = '';
  let isTooLong = false;

  function* take(added: string): Generator<Line> {
    const parts = added.split('\n');
    for (const [i, part] of parts.entries()) {
      if (!isTooLong) text += part;
      if (text.length > longest) {
        isTooLong = true;
        text = text.slice(0, START);
      }
      if (i < parts.length - 1) yield end();
    }
  }
  function end(): Line {
    const line = { text: isTooLong ? null : text.replace(/\r$/, ''), start: text.slice(0, START) };
    text = '';
    isTooLong = false;
    return line;
  }

  for await (const chunk of chunks) yield* take(decoder.decode(chunk, { stream: true }));
  yield* take(decoder.decode());
  if (text !== '') yield end();
}
