/** What of a keyboard event the rules below look at. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Some engines end a composition just before the key arrives, so its Enter would fire an action (milliseconds). */
const AFTER_COMPOSITION = 100

/** True while an input method is composing or has only just finished: the key belongs to it, not to us. */
export function isInputMethodKey(press: KeyPress, sinceComposition: number): boolean {
  return press.isComposing || press.keyCode === 229 || sinceComposition < AFTER_COMPOSITION
}

/** The single-key command of a press (`j`, `shift+x`, `Enter`), or null where a modifier makes it the browser's. */
export function commandOf(press: KeyPress): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return press.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key
}

/** True for ⌘K and Ctrl+K. */
export function isSearchKey(press: KeyPress): boolean {
  return (press.metaKey || press.ctrlKey) && !press.altKey && !press.shiftKey && press.key.toLowerCase() === 'k'
}

/** Single keys never fire where a person types or chooses. */
export function isTypingTarget(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog]') !== null
  )
}
