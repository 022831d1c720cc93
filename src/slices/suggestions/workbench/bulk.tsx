import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Problem, useWords } from '#workbench/kit.ts'
import type { Item } from '../contract.ts'
import { words } from '../words.ts'
import { calls, topics } from './calls.ts'
import { useName } from './status.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { workbenchWords } from './words.ts'

export type Failure = { id: string; name: string; sentence: string }

/** Several requests at once, so that fifty take seconds; few enough to leave the server to others. */
const AT_ONCE = 4

/** Acts on many suggestions of the review queue: each is done by itself, and what fails is listed with its reason. */
export function BulkActs({ chosen, onDone }: { chosen: readonly Item[]; onDone: (failures: readonly Failure[]) => void }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const { message } = App.useApp()
  const queries = useQueryClient()
  const name = useName()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [running, setRunning] = useState<'register' | 'assign' | null>(null)
  const run = async (act: 'register' | 'assign', needs: Item['status'], one: (it: Item) => Promise<unknown>) => {
    setRunning(act)
    const outcomes = await eachOf(chosen, async (it) => {
      if (it.status !== needs) return t.bulkNotNow(w.status[it.status])
      return one(it).then(
        () => null,
        (error: unknown) => sentenceOf(error),
      )
    })
    setRunning(null)
    const failures = chosen.flatMap((it, at) => {
      const sentence = outcomes[at]
      return sentence ? [{ id: it.id, name: name(it), sentence }] : []
    })
    if (failures.length < chosen.length) void message.success(t.bulkDone(chosen.length - failures.length))
    onDone(failures)
    await queries.invalidateQueries({ queryKey: topics })
  }
  const assign = async ({ id }: Item) => {
    const unit = unitId ?? (await calls.getSuggestion({ params: { id } })).proposedUnit?.id
    if (!unit) throw new Problem({ status: 422, code: 'no-unit', detail: t.bulkNoUnit })
    await calls.assignSuggestion({ params: { id }, body: { unitId: unit } })
  }
  return (
    <>
      <Button
        loading={running === 'register'}
        disabled={running !== null}
        onClick={() => void run('register', 'submitted', ({ id }) => calls.registerSuggestion({ params: { id } }))}
      >
        {t.bulkRegister}
      </Button>
      <span className="bulk-assign">
        <label htmlFor="f-bulk-unit">{t.bulkUnit}</label>
        <UnitPicker control={{ id: 'f-bulk-unit' }} placeholder={t.bulkProposed} value={unitId} onChange={setUnitId} />
        <Button
          type="primary"
          loading={running === 'assign'}
          disabled={running !== null}
          onClick={() => void run('assign', 'registered', assign)}
        >
          {t.bulkAssign}
        </Button>
      </span>
    </>
  )
}

/** Runs `work` over all items, a few at once, and answers in their order. */
async function eachOf<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const line = async () => {
    while (next < items.length) {
      const at = next++
      results[at] = await work(items[at]!)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
  return results
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
