/**
 * Full-width letters, digits and punctuation (as Chinese keyboards type them) as their ASCII twins.
 * Keeps the length, so positions in the result are positions in the text.
 */
export function toHalfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/** A number or code as typed, in the form it is compared in: half-width capitals without spaces or hyphens. */
export function compactCode(text: string): string {
  return toHalfWidth(text)
    .replace(/[\s\u200b-\u200d\ufeff\-\u2010-\u2015\u2212]/g, '')
    .toUpperCase();
}
