import { useEffect, useRef } from 'react'

import { commandOf, isInputMethodKey, isTypingTarget } from './keys.ts'
import { useLooks } from './looks.ts'

/**
 * Single-key commands of a page (`{ j: next, 'shift+x': range, Enter: open }`). Off where a person turned them off (WCAG 2.1.4), in inputs,
 * and during input-method composition. A handler that answers `false` leaves the key to the browser.
 */
export function useKeys(commands: Readonly<Record<string, (event: KeyboardEvent) => void | false>>): void {
  const { hasKeys } = useLooks()
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    if (!hasKeys) return
    let composedAt = -Infinity
    const composed = (event: Event) => {
      composedAt = event.timeStamp
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInputMethodKey(event, event.timeStamp - composedAt) || isTypingTarget(event.target)) return
      const command = commandOf(event)
      const handler = command === null ? undefined : latest.current[command]
      if (handler && handler(event) !== false) event.preventDefault()
    }
    window.addEventListener('compositionend', composed, true)
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('compositionend', composed, true)
      window.removeEventListener('keydown', pressed)
    }
  }, [hasKeys])
}
