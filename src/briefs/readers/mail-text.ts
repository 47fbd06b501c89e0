/** A header of a mail, as it is sent or as a program prints it. */
const header =
  /^(from|to|cc|subject|date|sent|reply-to|message-id|mime-version|content-type|content-transfer-encoding|list-[\w-]+|return-path|received|delivered-to|dkim-signature|x-[\w-]+|보낸 ?사람|받는 ?사람|참조|제목|날짜|보낸 ?날짜)\s*:\s*(.*)$/iu;

/** Characters of a header that are read: a subject in encoded words is a few hundred. */
const longestHeader = 2000;

/**
 * The text of a mail that was saved as a file: its subject as the title, its day and its sender in lines of their own,
 * without the other headers. Text that is no mail, and a mail of several parts, stay as they are.
 */
export function mailText(text: string): string {
  const headers = new Map<string, string>();
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split('\n');
  let at = 0;
  let last = '';
  for (; at < lines.length && lines[at]?.trim() !== ''; at += 1) {
    const line = lines[at] ?? '';
    const [, name = '', value = ''] = header.exec(line) ?? [];
    if (name === '' && /^\s/.test(line) && last !== '')
      headers.set(last, `${headers.get(last)} ${line.trim()}`);
    else if (name === '') return text;
    else {
      last = name.toLowerCase().replace(/\s/g, '');
      headers.set(last, value.trim());
    }
  }
  const stated = (...names: string[]) =>
    (names.map((name) => headers.get(name)).find(Boolean) ?? '').slice(0, longestHeader);
  const subject = decodedWords(stated('subject', '제목'));
  const sender = decodedWords(stated('from', '보낸사람'));
  if (subject === '' || (sender === '' && stated('date', 'sent', '날짜', '보낸날짜') === '')) return text;
  if (/^multipart\//i.test(stated('content-type'))) return text;
  const body = decodedBody(lines.slice(at + 1).join('\n'), stated('content-transfer-encoding'));
  const name = sender
    .replace(/\s*<[^>]*>\s*$/, '')
    .replace(/^"|"$/g, '')
    .trim();
  const head = [`# ${subject}`];
  if (name !== '' && !name.includes('@')) head.push(`Source: ${name}`);
  const date = stated('date', 'sent', '날짜', '보낸날짜');
  if (date !== '') head.push(`Date: ${date}`);
  return `${head.join('\n')}\n\n${body}`;
}

/** `=?UTF-8?B?7Jik?=`: words of a header in letters that mail could not carry. */
function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(words, 'base64').toString('utf8')
        : quotedPrintable(words.replaceAll('_', ' ')),
    );
}

function decodedBody(body: string, encoding: string): string {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, 'base64').toString('utf8');
  return /^quoted-printable$/i.test(encoding) ? quotedPrintable(body.replace(/=\n/g, '')) : body;
}

function quotedPrintable(text: string): string {
  return text.replace(/(?:=[0-9A-F]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('=', ''), 'hex').toString('utf8'),
  );
}
