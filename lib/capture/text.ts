import { maxText } from './limits';

/** Controls that would break a line, end a string or turn the reading direction of what stands around them. */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const unwanted = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Text of a page on one line: trimmed, spaces collapsed, without controls and half characters, at most `maxText` code units. */
export function cleanText(text: string | null | undefined): string {
  if (!text) return '';
  return text
    .slice(0, maxText * 4)
    .toWellFormed()
    .replace(unwanted, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, maxText)
    .toWellFormed();
}

/**
 * Text that a page wrote for programs, where templates escape what is escaped already: `Mom&amp;#8217;s`. What may be meant as
 * it stands (`&lt;`, `&gt;`, `&nbsp;`, and all tags) stays so.
 */
export function saidText(text: string | null | undefined): string {
  if (!text || !/&(?:#x?[\da-f]+|[a-z]+);/i.test(text)) return cleanText(text);
  return textOfHtml(
    text.replace(/&(?=(?:lt|gt|nbsp|#0*6[02]|#x0*3[ce]);)/gi, '&amp;').replaceAll('<', '&lt;'),
  );
}

/** The words of some HTML, without its tags and entities. */
export function textOfHtml(html: string): string {
  const text = html.slice(0, maxText * 4);
  return cleanText(new DOMParser().parseFromString(text, 'text/html').body.textContent);
}

/**
 * Cuts text to a limit at the end of a word, and marks the cut with an ellipsis.
 * The limit counts UTF-16 code units, ellipsis included: Pinterest names a number and not what it counts, and no way of
 * counting characters gives more. Words longer than half the limit are cut between characters, and a character that is
 * longer than the limit (marks upon marks) within it.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = limit - 1;
  const near = text.slice(0, limit + 64); // enough to see where the word at the limit ends
  const word = startOfSegment(near, room, 'word');
  const end = word > room / 2 ? word : startOfSegment(near, room, 'grapheme') || room;
  const cut = near.slice(0, end).replace(/[\uD800-\uDBFF]$/, ''); // no half of a character
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}

function startOfSegment(text: string, index: number, granularity: 'word' | 'grapheme'): number {
  return new Intl.Segmenter(undefined, { granularity }).segment(text).containing(index)?.index ?? 0;
}
