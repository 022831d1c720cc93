import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useAction, useWords } from '#workbench/kit.ts'
import { siblingsOf, type Category } from '../contract.ts'
import { calls, topics } from './calls.ts'
import { RenameForm } from './forms.tsx'
import { categoryWords } from './words.ts'

/** The one form that is open on the page, if any. */
export type Open = { kind: 'add'; field: string | null } | { kind: 'rename'; code: string } | null

export type RowGiven = {
  it: Category
  items: readonly Category[]
  version: number
  open: Open
  onOpen: (open: Open) => void
}

/** One category: its names and code, its place, its acts; Alt with an arrow moves it. `head` draws the name of a field. */
export function CategoryRow({ it, items, version, open, onOpen, head }: RowGiven & { head?: (name: string) => ReactNode }) {
  const t = useWords(categoryWords)
  const name = useWords({ zh: it.zh, en: it.en })
  const other = useWords({ zh: it.en, en: it.zh })
  const move = useMove(it, version)
  const press = (event: React.KeyboardEvent) => {
    const to = event.altKey && event.key === 'ArrowUp' ? 'up' : event.altKey && event.key === 'ArrowDown' ? 'down' : null
    if (to === null || it.retiredOn !== null) return
    event.preventDefault()
    move.run(to)
  }
  return (
    <div className="category-row" onKeyDown={press}>
      <div className="category-name">
        {head ? head(name) : <b>{name}</b>}
        <span className="hint">
          {other} · <code>{it.code}</code>
          {it.retiredOn !== null && ` · ${t.retiredOn(it.retiredOn)}`}
        </span>
      </div>
      <div className="category-acts">
        {it.retiredOn === null && <Places it={it} items={items} name={name} move={move} />}
        <Button aria-label={t.renameOf(name)} onClick={() => onOpen({ kind: 'rename', code: it.code })}>
          {t.rename}
        </Button>
        <Standing it={it} name={name} version={version} />
      </div>
      {open?.kind === 'rename' && open.code === it.code && <RenameForm it={it} version={version} onClose={() => onOpen(null)} />}
    </div>
  )
}

type Move = ReturnType<typeof useMove>

function Places({ it, items, name, move }: { it: Category; items: readonly Category[]; name: string; move: Move }) {
  const t = useWords(categoryWords)
  const row = siblingsOf(items, it.code).filter(({ retiredOn }) => retiredOn === null)
  const [isFirst, isLast] = [row[0]?.code === it.code, row.at(-1)?.code === it.code]
  return (
    <>
      <Button id={moveId(it.code, 'up')} aria-label={t.upOf(name)} title={t.up} disabled={isFirst} onClick={() => move.run('up')}>
        ↑
      </Button>
      <Button
        id={moveId(it.code, 'down')}
        aria-label={t.downOf(name)}
        title={t.down}
        disabled={isLast}
        onClick={() => move.run('down')}
      >
        ↓
      </Button>
    </>
  )
}

function Standing({ it, name, version }: { it: Category; name: string; version: number }) {
  const t = useWords(categoryWords)
  const retire = useAction(calls.retireCategory, { topics, done: t.done.retire })
  const restore = useAction(calls.restoreCategory, { topics, done: t.done.restore })
  const request = { params: { code: it.code } }
  const isRetired = it.retiredOn !== null
  const act = isRetired ? restore : retire
  return (
    <Button
      aria-label={isRetired ? t.restoreOf(name) : t.retireOf(name)}
      loading={act.isRunning}
      onClick={() => void act.run(request, { ifMatch: version })}
    >
      {isRetired ? t.restore : t.retire}
    </Button>
  )
}

function moveId(code: string, to: 'up' | 'down'): string {
  return `move-${code.replace('.', '-')}-${to}`
}

/** The focus goes along with the row, to the button that is still of use there. */
function useMove({ code }: Category, version: number) {
  const follow = (to: 'up' | 'down') => {
    const ways = to === 'up' ? (['up', 'down'] as const) : (['down', 'up'] as const)
    const buttons = ways.map((way) => document.querySelector<HTMLButtonElement>(`#${moveId(code, way)}`))
    buttons.find((button) => button && !button.disabled)?.focus()
  }
  const act = useAction(calls.moveCategory, {
    topics,
    onDone: (_answer, { body }) => requestAnimationFrame(() => follow(body.to)),
  })
  return {
    run: (to: 'up' | 'down') => {
      if (!act.isRunning) void act.run({ params: { code }, body: { to } }, { ifMatch: version })
    },
  }
}
