import { useNavigate } from '@tanstack/react-router'
import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import type { Command } from '../commands.ts'
import { Icon } from '../icon.tsx'
import { isInputMethodKey } from '../keys.ts'
import type { WorkbenchPage } from '../page.ts'
import { usePerson } from '../person.tsx'
import { words } from '../words.ts'
import type { Choice } from './choices.ts'
import { keepRecent } from './recent.ts'
import { useChoices } from './use-choices.ts'

const LIST = 'palette-list'

/** The search of ⌘K: one field, one list, worked by the keyboard alone or by touch. `commands` are those of the page it opened over. */
export default function Palette({
  pages,
  commands,
  startWith,
  onClose,
}: {
  pages: readonly WorkbenchPage[]
  commands: readonly Command[]
  startWith: string
  onClose: () => void
}) {
  const t = useWords(words)
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState(startWith)
  const [isComposing, setComposing] = useState(false)
  const { items, isAsking, hasFailed } = useChoices(typed, isComposing, pages, commands)
  const [at, setAt] = useState(0)
  const active = Math.min(at, items.length - 1)
  const choose = useChoose(dialog)
  const onKeyDown = usePaletteKeys({
    count: items.length,
    active,
    setAt,
    choose: () => {
      const choice = items[active]
      if (choice) choose(choice)
    },
  })
  useEffect(() => {
    const it = dialog.current
    it?.showModal()
    return () => it?.close()
  }, [])
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <dialog className="palette" ref={dialog} aria-label={t.search} onClose={onClose} onClick={closeOutside}>
      <div className="palette-box">
        <div className="palette-field">
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-label={t.searchFor}
            aria-expanded="true"
            aria-controls={LIST}
            aria-autocomplete="list"
            aria-activedescendant={items.length > 0 ? optionId(active) : undefined}
            placeholder={t.searchFor}
            autoComplete="off"
            spellCheck={false}
            maxLength={80}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value)
              setAt(0)
            }}
            onCompositionStart={() => setComposing(true)}
            onCompositionEnd={() => setComposing(false)}
            {...onKeyDown}
          />
          <button type="button" className="plain-button" onClick={() => dialog.current?.close()}>
            {t.close}
          </button>
        </div>
        <Options items={items} active={active} onPoint={setAt} onChoose={choose} />
        <p className="palette-foot" role="status">
          {said({ count: items.length, isAsking, hasFailed, typed: typed.trim() }, t)}
          <span className="keys-help">{t.searchKeys}</span>
        </p>
      </div>
    </dialog>
  )
}

function Options({
  items,
  active,
  onPoint,
  onChoose,
}: {
  items: readonly Choice[]
  active: number
  onPoint: (at: number) => void
  onChoose: (choice: Choice) => void
}) {
  const t = useWords(words)
  return (
    <ul role="listbox" id={LIST} aria-label={t.search}>
      {items.map((choice, at) => (
        // Keys are handled by the field, which keeps the focus.
        <li
          key={choice.key}
          id={optionId(at)}
          role="option"
          aria-selected={at === active}
          onMouseMove={() => onPoint(at)}
          onClick={() => onChoose(choice)}
        >
          <span className="palette-name">
            {choice.title}
            {choice.detail && <span className="palette-detail">{choice.detail}</span>}
          </span>
          <span className="palette-kind">
            {choice.keys && <kbd>{choice.keys}</kbd>} {choice.kind}
          </span>
        </li>
      ))}
    </ul>
  )
}

function optionId(at: number): string {
  return `palette-option-${at}`
}

function said(
  { count, isAsking, hasFailed, typed }: { count: number; isAsking: boolean; hasFailed: boolean; typed: string },
  t: typeof words.zh,
): string {
  if (hasFailed) return t.searchFailed
  if (count > 0) return t.searchCount(count)
  return isAsking ? t.searching : t.searchNone(typed)
}

/** Closes first, so that the focus is back on the page when the act begins. */
function useChoose(dialog: React.RefObject<HTMLDialogElement | null>): (choice: Choice) => void {
  const navigate = useNavigate()
  const person = usePerson()
  return (choice) => {
    keepRecent(person.id, choice)
    dialog.current?.close()
    const { act } = choice
    if ('run' in act) act.run()
    else if ('href' in act) window.location.assign(act.href)
    else openPath(act.to, (to, search) => void navigate({ to, search }))
  }
}

/** A path of the workbench with the filters that stand behind its `?`. */
function openPath(path: string, open: (to: string, search: Record<string, string>) => void): void {
  const { pathname, searchParams } = new URL(path, window.location.origin)
  open(pathname, Object.fromEntries(searchParams))
}

function usePaletteKeys(given: { count: number; active: number; setAt: (at: number) => void; choose: () => void }) {
  const { count, active, setAt, choose } = given
  const composedAt = useRef(-Infinity)
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setAt((active + 1) % Math.max(1, count)),
    ArrowUp: () => setAt((active - 1 + count) % Math.max(1, count)),
    PageDown: () => setAt(Math.min(active + 5, count - 1)),
    PageUp: () => setAt(Math.max(active - 5, 0)),
    Enter: choose,
  }
  return {
    onCompositionEndCapture: ({ timeStamp }: { timeStamp: number }) => {
      composedAt.current = timeStamp
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (isInputMethodKey(event.nativeEvent, event.timeStamp - composedAt.current)) return
      const move = moves[event.key]
      if (!move) return
      event.preventDefault()
      move()
    },
  }
}

/** A press beside the box closes it, as everywhere. */
function closeOutside(event: React.MouseEvent<HTMLDialogElement>): void {
  if (event.target === event.currentTarget) event.currentTarget.close()
}
