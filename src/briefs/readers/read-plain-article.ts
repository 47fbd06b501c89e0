import { articleBrief, articleLines } from './article-brief.ts';
import { type ArticleParts, articleParts } from './article-parts.ts';
import type { Reading, SourceFile } from './reader.ts';
import { splitSentences } from './split-sentences.ts';

/** Reads running text or Markdown with a headline and at least two full sentences, or one and a list. */
export function readPlainArticle(source: SourceFile): Reading | null {
  if (isData(source.text) || isManual(source.text)) return null;
  const parts = articleParts(source.text);
  if (!isArticle(parts)) return null;
  const count = parts.paragraphs.length;
  const because = `a headline over ${count} ${count === 1 ? 'paragraph' : 'paragraphs'} of running text`;
  const brief = articleBrief(source, parts);
  return { kind: 'article', because, briefs: [brief], problems: [], written: [articleLines(brief, parts)] };
}

/** Two full sentences under a headline, in words rather than numbers or code. */
export function isArticle(parts: ArticleParts): boolean {
  const text = parts.paragraphs.join(' ');
  const sentences = parts.paragraphs.flatMap((paragraph) => splitSentences(paragraph, ''));
  // Text without spaces has more marks among fewer letters.
  const letters = text.match(/[\p{L}\p{M}\s、。，．・：；！？（）「」『』【】《》“”…—]/gu)?.length ?? 0;
  return (
    parts.title !== '' &&
    sentences.length + Math.min(parts.points.length, 1) >= 2 &&
    letters >= 0.75 * text.length
  );
}

const manualHeading =
  /^#{1,6}\s[^\p{L}\p{N}\n]{0,20}(?:install(?:ation|ing)?|(?:getting|get) started|quick ?start|usage|how to use|requirements|prerequisites|contribut(?:ing|ors)|licen[cs]e|configuration|build(?:ing)?(?: from source)?|running(?: the)? tests|tests?|testing|development|api(?: reference)?|changelog|설치(?: ?방법)?|사용(?:법| ?방법)|시작하기|요구 ?사항|라이선스|라이센스|기여(?:하기)?|설정)\s*#*$/gimu;

/** A README: a program's own page, by the headings that two of such have and no news. */
function isManual(text: string): boolean {
  return new Set(text.match(manualHeading)?.map((heading) => heading.toLowerCase())).size >= 2;
}

/** Front matter, JSON, XML, scripts, and bytes that are no text. */
function isData(text: string): boolean {
  const start = text.slice(0, 400).trimStart();
  if (/^(?:---\r?\n|\{|\[\s*[{["\d]|<\?xml|<svg|#!|%PDF)/.test(start)) return true;
  return text.slice(0, 4000).includes('\0') || (text.match(/\uFFFD/g)?.length ?? 0) > text.length / 100;
}
