/** What of a keyboard event the rules below look at. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Some engines end a composition just before the key arrives, so its Enter would fire an action (milliseconds). */
const AFTER_COMPOSITION = 100

/** True while an input method is composing or has only just finished: the key belongs to it, not to us. */
export function isInputMethodKey(press: KeyPress, sinceComposition: number): boolean {
  return press.isComposing || press.keyCode === 229 || sinceComposition < AFTER_COMPOSITION
}

/** What sends a form from within it; the one command that also works where a person types. */
export const SEND_KEY = 'mod+Enter'

/** The command of a press (`j`, `shift+x`, `Enter`, `mod+Enter`), or null where a modifier makes it the browser's. */
export function commandOf(press: KeyPress): string | null {
  if (press.altKey) return null
  if (press.ctrlKey || press.metaKey) return press.key === 'Enter' && !press.shiftKey ? SEND_KEY : null
  if (press.key === '？') return '?'
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key
  return press.shiftKey && /^[a-z]$/.test(key) ? `shift+${key}` : key
}

/** True for ⌘K and Ctrl+K. */
export function isSearchKey(press: KeyPress): boolean {
  return (press.metaKey || press.ctrlKey) && !press.altKey && !press.shiftKey && press.key.toLowerCase() === 'k'
}

/** The first key of a pair such as `g s`. */
const PREFIX = 'g'

/** What a press means after the one before it: a command to run, or the first half of a pair to wait with. */
export function pressAfter(
  before: string | null,
  command: string,
  known: (command: string) => boolean,
): { run: string | null; wait: string | null } {
  const pair = `${before} ${command}`
  if (before !== null && known(pair)) return { run: pair, wait: null }
  if (command === PREFIX) return { run: null, wait: PREFIX }
  return { run: known(command) ? command : null, wait: null }
}

/** A command as it stands on the keys: `Shift+X`, `G D`, `Ctrl+Enter`. */
export function keyNames(command: string, isMac: boolean): string {
  return command
    .split(' ')
    .map((key) =>
      key
        .replace('mod', isMac ? '⌘' : 'Ctrl')
        .replace('shift', 'Shift')
        .replace('Escape', 'Esc'),
    )
    .map((key) => key.replace(/(^|\+)([a-z])$/, (_, plus: string, letter: string) => plus + letter.toUpperCase()))
    .join(' ')
}

/** Single keys never fire where a person types or chooses. */
export function isTypingTarget(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], [role=dialog], dialog') !== null
  )
}
