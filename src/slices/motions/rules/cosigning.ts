import type { Standing } from '../contract.ts'

/** One invited deputy as the row has it: which version was read and confirmed, and whether they said no. */
export interface Cosigner {
  readonly deputyId: string
  readonly readVersion: number | null
  readonly confirmedVersion: number | null
  readonly declinedAt: Date | null
  readonly withdrawnAt: Date | null
}

/**
 * Where an invited deputy stands towards the present text. A confirmation names the version it was given to, so that an edit voids
 * it by itself: nobody's name stands under a text they have not read.
 */
export function standingOf(it: Cosigner, textVersion: number): Standing {
  if (it.withdrawnAt !== null) return 'withdrawn'
  if (it.declinedAt !== null) return 'declined'
  if (it.confirmedVersion === textVersion) return 'confirmed'
  if (it.confirmedVersion !== null) return 'outdated'
  return it.readVersion === textVersion ? 'read' : 'invited'
}

/** 代表十人以上联名: the lead deputy is one of them, so the count is one more than the confirmed co-signers. */
export function signatories(cosigners: readonly Cosigner[], textVersion: number): number {
  return 1 + cosigners.filter((it) => standingOf(it, textVersion) === 'confirmed').length
}

/** Standings that still wait for an answer to the present text. */
export const unanswered: readonly Standing[] = ['invited', 'read', 'outdated']
