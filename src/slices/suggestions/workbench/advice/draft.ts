import { useEffect, useState } from 'react'

/** What stands in the form; anything may be missing. `id` where the server has it. */
export interface AdviceDraft {
  readonly id?: string | null | undefined
  readonly title: string
  readonly matter: string
  readonly requests: readonly string[]
  readonly category?: string | null
  readonly isPublic?: boolean | null
  readonly isConfidential?: boolean
}

const PAUSE = 1_200

/** A value as it stood when the writer last paused; nothing is asked of the server at every letter. */
export function useSettled<T>(value: T): T {
  const key = JSON.stringify(value)
  const [settled, setSettled] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), PAUSE)
    return () => clearTimeout(timer)
  }, [key])
  return JSON.parse(settled) as T
}
