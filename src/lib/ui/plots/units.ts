/** A length in em of the plot's text. */
export function em(length: number): string {
  return `${round(length)}em`
}

/** A share of the width, 0 to 1. */
export function percent(share: number): string {
  return `${round(share * 100)}%`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
