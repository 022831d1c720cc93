import { useEffect } from 'react'

import type { Command } from './commands.ts'
import { commandsOf, useCommands } from './commands.ts'
import { commandOf, isInputMethodKey, isTypingTarget, pressAfter, SEND_KEY } from './keys.ts'
import { useLooks } from './looks.ts'

/**
 * Keys of a page: `{ j: { label: '下一条', run: next }, 'shift+x': … }`. Off where a person turned them off (WCAG 2.1.4), in inputs, and
 * during input-method composition. The label is what the help of `?` says; a handler that answers `false` leaves the key to the browser.
 */
export function useKeys(keys: Readonly<Record<string, Omit<Command, 'key'>>>): void {
  useCommands(Object.entries(keys).map(([key, command]) => ({ key, ...command })))
}

/** How long the first key of a pair waits for the second, in milliseconds. */
const PATIENCE = 1_500
/** Keys that write no sign stay on when single keys are off: closing must always work. */
const ALWAYS = new Set(['Escape', SEND_KEY])

/** Listens to the keyboard for the whole program; used once, by the shell. */
export function useKeyboard(): void {
  const { hasKeys } = useLooks()
  useEffect(() => {
    let composedAt = -Infinity
    let waiting = { key: null as string | null, since: 0 }
    const composed = (event: Event) => {
      composedAt = event.timeStamp
    }
    const pressed = (event: KeyboardEvent) => {
      const command = commandOf(event)
      if (command === null || event.defaultPrevented || isInputMethodKey(event, event.timeStamp - composedAt)) return
      if (!ALWAYS.has(command) && !hasKeys) return
      if (command === SEND_KEY) return send(event)
      if (isTypingTarget(event.target)) return
      const before = event.timeStamp - waiting.since < PATIENCE ? waiting.key : null
      const { run, wait } = pressAfter(before, command, (key) => commandsOf(key).length > 0)
      waiting = { key: wait, since: event.timeStamp }
      if (run !== null && commandsOf(run).some((it) => it.run(event) !== false)) event.preventDefault()
    }
    window.addEventListener('compositionend', composed, true)
    window.addEventListener('keydown', pressed)
    return () => {
      window.removeEventListener('compositionend', composed, true)
      window.removeEventListener('keydown', pressed)
    }
  }, [hasKeys])
}

/** Sends what is being filled in: by the page's own command, or by the primary button that goes with the control. */
function send(event: KeyboardEvent): void {
  if (commandsOf(SEND_KEY).some((it) => it.run(event) !== false)) return event.preventDefault()
  const button = event.target instanceof Element ? buttonFor(event.target) : null
  if (!button) return
  event.preventDefault()
  button.click()
}

const BLOCKS = 'form, dialog, [role=dialog], .panel, .work-page'

/** The one primary button of the nearest block around a control that has any; of several, none is meant. */
function buttonFor(control: Element): HTMLElement | null {
  const block = control.closest(BLOCKS)
  if (!block) return null
  const [button, ...others] = block.querySelectorAll<HTMLElement>('.ant-btn-primary:not(:disabled)')
  if (button) return others.length === 0 ? button : null
  return block.parentElement && buttonFor(block.parentElement)
}
