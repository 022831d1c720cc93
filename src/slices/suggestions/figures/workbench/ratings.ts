import type { Fill } from '#workbench/kit.ts'
import type { Satisfaction } from '../../contract.ts'

/** The three words of a rating and how they are drawn. */
export const satisfactionWords: readonly (readonly [Satisfaction, Fill])[] = [
  ['satisfied', 'done'],
  ['basically_satisfied', 'near'],
  ['dissatisfied', 'late'],
]
