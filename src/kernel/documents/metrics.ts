/**
 * The measures of GB/T 9704-2012: A4 with margins 37/28/35/26 mm leaves 156 × 225 mm, in which 22 lines of 28 characters stand.
 * Everything in points unless the name says millimetres.
 */
export const MM = 72 / 25.4

export const PAGE = { widthMm: 210, heightMm: 297, topMm: 37, leftMm: 28, bottomMm: 35, rightMm: 26 } as const
export const TEXT_WIDTH_PT = (PAGE.widthMm - PAGE.leftMm - PAGE.rightMm) * MM

/** 3号. 16 pt characters would fit only 27 to a line, so they are set 0.25 pt closer: 28 × 15.75 = 441 pt of 442.2. */
export const BODY = { sizePt: 16, advancePt: 15.75, linePt: 28.85, lines: 22, characters: 28 } as const
export const TITLE_PT = 22
/** 4号: imprint and page numbers. */
export const SMALL_PT = 14
export const RED = 'E60012'

/** 信函格式: the name's top edge from the paper's top, the length of the double rules, the lower rule from the paper's bottom. */
export const LETTER = { headTopMm: 30, ruleMm: 170, gapMm: 4, bottomRuleMm: 20 } as const
/** 文件格式: the name's top edge below the top of the text area. */
export const OFFICIAL = { headBelowMm: 35, ruleGapMm: 4 } as const

/** Size of the issuer's name in points: as large as the standard's 22 mm allows and always on one line. */
export function fitHead(issuer: string, kind: 'official' | 'letter'): number {
  const width = kind === 'official' ? TEXT_WIDTH_PT : LETTER.ruleMm * MM
  const largest = kind === 'official' ? 56 : 44
  return Math.max(9, Math.min(largest, Math.floor((width * 0.97) / Math.max(1, widthInCharacters(issuer)))))
}

/** Width of a text counted in full characters; Latin letters and digits count half. */
export function widthInCharacters(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 0.5 : 1), 0)
}

/**
 * Distances of signer and date from the right edge. The date stands four characters in and the signer is centred over it; a signer so
 * long that this would push it over the edge ends two characters in, and the date moves under its middle (§7.3.5.1).
 */
export function signatureIndents(signer: string, date: string): { signerIndent: number; dateIndent: number } {
  const em = BODY.advancePt
  const [signerWidth, dateWidth] = [widthInCharacters(signer) * em, widthInCharacters(date) * em]
  const centred = 4 * em + (dateWidth - signerWidth) / 2
  if (centred >= 0) return { signerIndent: centred, dateIndent: 4 * em }
  return { signerIndent: 0, dateIndent: (signerWidth - dateWidth) / 2 }
}
