/** The fills of product.md 7.1 and 9; two of the five fates are told apart by texture, not by colour alone. */
export type Fill =
  | 'idle'
  | 'normal'
  | 'near'
  | 'late'
  | 'done'
  | 'adopted'
  | 'partlyAdopted'
  | 'transferred'
  | 'notAdopted'
  | 'studying'

/** Texture definitions, drawn once in each plot; `id` comes from useId, so that several plots share a page. */
export function Textures({ id }: { id: string }) {
  return (
    <svg className="defs" width="0" height="0" aria-hidden="true" focusable="false">
      <pattern id={`${id}dots`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-ground" />
        <circle cx="3" cy="3" r="1.9" className="fill-adopted" />
      </pattern>
      <pattern id={`${id}hatch`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" className="fill-ground" />
        <path d="M-1 7L7-1M-1 1L1-1M5 7L7 5" className="stroke-idle" strokeWidth="1.6" />
      </pattern>
    </svg>
  )
}

/** Attributes of a shape filled with one of the fills. */
export function fillOf(fill: Fill, id: string): { className: string; fill?: string } {
  if (fill === 'partlyAdopted') return { className: 'edge-adopted', fill: `url(#${id}dots)` }
  if (fill === 'notAdopted') return { className: 'edge-idle', fill: `url(#${id}hatch)` }
  if (fill === 'studying') return { className: 'fill-ground edge-idle' }
  return { className: `fill-${fill}` }
}

/** A small square of the fill, for legends. */
export function Swatch({ fill, id }: { fill: Fill; id: string }) {
  return (
    <svg width="14" height="14" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="12" height="12" {...fillOf(fill, id)} />
    </svg>
  )
}
