import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Problem, useWords } from '#workbench/kit.ts'
import type { Item } from '../contract.ts'
import { calls, topics } from './calls.ts'
import { useName } from './status.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { workbenchWords } from './words.ts'

export type Failure = { id: string; name: string; sentence: string }

/** Several requests at once, so that fifty take seconds; few enough to leave the server to others. */
const AT_ONCE = 4

/** What can be done with many at once: each is done by itself, and what fails is listed with its reason. */
export type BulkAct = 'register' | 'assign'

export function BulkActs({
  act,
  chosen,
  onDone,
}: {
  act: BulkAct
  chosen: readonly Item[]
  onDone: (failures: readonly Failure[]) => void
}) {
  const t = useWords(workbenchWords)
  const [unitId, setUnitId] = useState<string | null>(null)
  const { isRunning, run } = useBulk(chosen, onDone)
  const register = ({ id }: Item) => calls.registerSuggestion({ params: { id } })
  const assign = async ({ id }: Item) => {
    const unit = unitId ?? (await calls.getSuggestion({ params: { id } })).proposedUnit?.id
    if (!unit) throw new Problem({ status: 422, code: 'no-unit', detail: t.bulkNoUnit })
    return calls.assignSuggestion({ params: { id }, body: { handlers: [{ unitId: unit }] } })
  }
  if (act === 'register') {
    return (
      <Button type="primary" loading={isRunning} onClick={() => void run(register)}>
        {t.bulkRegister}
      </Button>
    )
  }
  return (
    <span className="bulk-assign">
      <label htmlFor="f-bulk-unit">{t.bulkUnit}</label>
      <UnitPicker control={{ id: 'f-bulk-unit' }} placeholder={t.bulkProposed} value={unitId} onChange={setUnitId} />
      <Button type="primary" loading={isRunning} onClick={() => void run(assign)}>
        {t.bulkAssign}
      </Button>
    </span>
  )
}

function useBulk(chosen: readonly Item[], onDone: (failures: readonly Failure[]) => void) {
  const t = useWords(workbenchWords)
  const { message } = App.useApp()
  const queries = useQueryClient()
  const name = useName()
  const [isRunning, setRunning] = useState(false)
  const run = async (one: (it: Item) => Promise<unknown>) => {
    setRunning(true)
    const outcomes = await eachOf(chosen, (it) =>
      one(it).then(
        () => null,
        (error: unknown) => sentenceOf(error),
      ),
    )
    setRunning(false)
    const failures = chosen.flatMap((it, at) => {
      const sentence = outcomes[at]
      return sentence ? [{ id: it.id, name: name(it), sentence }] : []
    })
    if (failures.length < chosen.length) void message.success(t.bulkDone(chosen.length - failures.length))
    onDone(failures)
    await queries.invalidateQueries({ queryKey: topics })
  }
  return { isRunning, run }
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
