/**
 * The one vocabulary of state marks (product.md 7.1, and the five fates of an opinion, D5).
 * A state is always drawn as shape + word + colour, so that it survives a black-and-white print and colour blindness.
 */
export const markKinds = [
  'idle',
  'normal',
  'near',
  'late',
  'done',
  'attention',
  'adopted',
  'partlyAdopted',
  'transferred',
  'notAdopted',
  'studying',
] as const

export type MarkKind = (typeof markKinds)[number]

/** Names the token pair `--{tone}-fg` / `--{tone}-bg`; `plain` is body text on an outline. */
export type Tone = 'idle' | 'normal' | 'near' | 'late' | 'done' | 'transfer' | 'plain'

export type Mark = {
  /** For plain text: exports, Excel, messages. */
  glyph: string
  /** SVG path in a 16 x 16 box. */
  path: string
  /** Drawn as a line instead of an area. */
  isOutline: boolean
  tone: Tone
}

const CIRCLE = 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11z'
const TICK = 'M2.5 8.5l3.8 4 7.2-9'

const marks: Record<MarkKind, Mark> = {
  idle: { glyph: '○', path: CIRCLE, isOutline: true, tone: 'idle' },
  normal: { glyph: '●', path: CIRCLE, isOutline: false, tone: 'normal' },
  near: { glyph: '◆', path: 'M8 1l7 7-7 7-7-7z', isOutline: false, tone: 'near' },
  late: { glyph: '■', path: 'M2.5 2.5h11v11h-11z', isOutline: false, tone: 'late' },
  done: { glyph: '✓', path: TICK, isOutline: true, tone: 'done' },
  attention: { glyph: '⚑', path: 'M3.5 15V1.5h9.5l-2.5 4 2.5 4H3.5', isOutline: true, tone: 'plain' },
  adopted: { glyph: '✓', path: TICK, isOutline: true, tone: 'done' },
  partlyAdopted: { glyph: '◐', path: `${CIRCLE}M8 3.5v9M10.5 4.5v7`, isOutline: true, tone: 'done' },
  transferred: { glyph: '→', path: 'M1.5 8h12M9 3.5L13.5 8 9 12.5', isOutline: true, tone: 'transfer' },
  notAdopted: { glyph: '–', path: 'M2.5 8h11', isOutline: true, tone: 'idle' },
  studying: { glyph: '…', path: 'M2 8h2.5M6.75 8h2.5M11.5 8H14', isOutline: true, tone: 'idle' },
}

/** The shape and tone of a state. */
export function markOf(kind: MarkKind): Mark {
  return marks[kind]
}
