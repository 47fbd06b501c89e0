/** What was meant: without spaces, line ends and quotes around it, which pasting, dragging and `docker run --env-file` add. */
export function unquoted(text: string): string {
  const bare = text.trim();
  const inner = /^(["'`])(.*)\1$/s.exec(bare)?.[2];
  return (inner ?? bare).trim();
}

/** A token as the platform gave it: also without the word `Bot` that Discord's documentation puts in front. */
export function bareToken(text: string): string {
  return unquoted(unquoted(text).replace(/^Bot\s+/, ''));
}
