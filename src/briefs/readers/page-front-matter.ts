import { hasBriefFields } from '../brief-fields.ts';
import { textValue } from '../field-values.ts';
import { parseFrontMatter } from '../front-matter.ts';

/** Fields of blogs, notes and clippers, with the line that states the same in running text. */
const stated: readonly [label: string, names: readonly string[]][] = [
  ['Date', ['date', 'published', 'date_published', 'datePublished', 'created', 'pubDate']],
  ['Author', ['author', 'by', 'byline', 'creator']],
  ['Source', ['site', 'site_name', 'publisher', 'publication', 'outlet']],
  ['URL', ['url', 'link', 'canonical', 'permalink', 'source', 'source_url']],
];

/**
 * A page that has front matter of its own, as text that states the same in lines above it. Other text stays as it is,
 * and so does front matter that cannot be read or is a brief's.
 */
export function pageText(text: string): string {
  const parsed = parseFrontMatter(text);
  if (!parsed || 'reason' in parsed || hasBriefFields(parsed.data)) return text;
  const { data, body } = parsed;
  const title = word(data.title);
  const lines = title === '' || /^\s*#\s/.test(body) ? [] : [`# ${title}`];
  for (const [label, names] of stated) {
    const value = names.map((name) => word(data[name])).find((found) => found !== '') ?? '';
    if (value !== '') lines.push(`${label}: ${value}`);
  }
  const heading = /^\s*#\s[^\n]*\n/.exec(body)?.[0] ?? '';
  return `${heading}${lines.join('\n')}\n\n${body.slice(heading.length)}`;
}

/** A list of authors is one line. */
function word(raw: unknown): string {
  const values = (Array.isArray(raw) ? raw : [raw]).map(textValue);
  return values.flatMap((value) => ('value' in value && value.value !== '' ? [value.value] : [])).join(', ');
}
