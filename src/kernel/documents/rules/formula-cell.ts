/** Characters with which a spreadsheet begins a formula, also in their full width. */
const FORMULA_START = /^[=+\-@|＝＋－＠｜]/u
/** What a spreadsheet skips or swallows before it looks: spaces, controls, marks without width. */
const SKIPPED = /^[\s\p{Cc}\p{Cf}\p{Zs}\u3164\u115f\u1160]+/u
/** Tab and line ends in front make some programs split the cell and run the rest. */
const BREAKS_OUT = /^[\t\r\n]/

/** True for a text that a spreadsheet would run, once it is pasted or read from CSV. */
export function looksLikeFormula(text: string): boolean {
  return BREAKS_OUT.test(text) || FORMULA_START.test(text.replace(SKIPPED, ''))
}

/** True for a text that goes into CSV behind a `'`: one that would run, or one that already looks guarded, so that reading is exact. */
function needsGuard(text: string): boolean {
  return looksLikeFormula(text) || (text.startsWith("'") && needsGuard(text.slice(1)))
}

/** The text with `'` in front where it would be run; a spreadsheet then shows it as it is. */
export function guardCsvText(text: string): string {
  return needsGuard(text) ? `'${text}` : text
}

/** Takes off what `guardCsvText` put on, and nothing else. */
export function unguardCsvText(text: string): string {
  return text.startsWith("'") && needsGuard(text.slice(1)) ? text.slice(1) : text
}

/** Excel's largest cell, in UTF-16 units. */
const LARGEST_CELL = 32_767

/** A text that a workbook can hold: no control characters, no half characters, not too long. */
export function workbookText(text: string): string {
  const clean = text.replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
  return clean.length <= LARGEST_CELL ? clean : `${clean.slice(0, LARGEST_CELL - 1)}…`
}
