import type { Choice, Recent } from './choices.ts'

const MOST = 6

/**
 * What a person chose lately, the newest first. Kept for this tab only: titles of other people's suggestions must not stay behind on a
 * shared computer.
 */
export function readRecent(personId: string): Recent[] {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(keyOf(personId)) ?? '[]')
    return Array.isArray(value) ? value.filter(isRecent) : []
  } catch {
    return []
  }
}

export function keepRecent(personId: string, choice: Choice): void {
  if (!isRecent(choice)) return
  const rest = readRecent(personId).filter(({ key }) => key !== choice.key)
  try {
    sessionStorage.setItem(keyOf(personId), JSON.stringify([choice, ...rest].slice(0, MOST)))
  } catch {
    // A browser that keeps nothing loses a convenience, not work.
  }
}

function keyOf(personId: string): string {
  return `minyi.recent.${personId}`
}

function isRecent(value: unknown): value is Recent {
  if (typeof value !== 'object' || value === null || !('act' in value) || !('key' in value) || !('title' in value)) return false
  const { act } = value
  return typeof act === 'object' && act !== null && ('to' in act || 'href' in act)
}
