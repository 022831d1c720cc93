import { useQuery } from '@tanstack/react-query'
import { BeforeAfterPlot, Panel, useWords } from '#workbench/kit.ts'
import { calls, topics } from '../calls.ts'
import { workbenchWords } from '../words.ts'

/** What outcomes changed (`224 → 475 个`), among the figures of the handling: one plot for each unit of count. */
export default function OutcomeChanges() {
  const t = useWords(workbenchWords)
  const outcomes = useQuery({ queryKey: [...topics, 'outcomes', 'changes'], queryFn: () => calls.listOutcomes({ query: {} }) })
  const changed = (outcomes.data?.items ?? []).flatMap(({ title, change }) => (change ? [{ label: title, ...change }] : []))
  const units = [...new Set(changed.map(({ unit }) => unit))]
  if (changed.length === 0) return null
  return (
    <Panel title={t.changes}>
      {units.map((unit) => (
        <BeforeAfterPlot
          key={unit}
          unit={unit}
          reading={t.changesReading(changed.filter((it) => it.unit === unit).length)}
          changes={changed.filter((it) => it.unit === unit)}
        />
      ))}
    </Panel>
  )
}
