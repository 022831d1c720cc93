import { DueWeeks, Panel, StepLines, UnitBars, useWords } from '#workbench/kit.ts'
import type { FiguresView, Scorecard } from '../contract.ts'
import { satisfactionWords } from './ratings.ts'
import { workbenchWords } from './words.ts'

const terms = [3, 6] as const

/** Are we on time overall: hand-over and reply, and what the terms of three and six months asked for by each month. */
export function BurnUp({ run }: { run: FiguresView['run'] }) {
  const t = useWords(workbenchWords)
  const dueAfter = (n: number) => run.months.map((_, at) => run.handedOver[at - n] ?? 0)
  return (
    <Panel title={t.run}>
      <StepLines
        reading={t.runReading(run.handedOver.at(-1) ?? 0, run.replied.at(-1) ?? 0, run.months.at(-1) ?? '')}
        axis={run.months}
        series={[
          { label: t.handedOver, values: run.handedOver },
          { label: t.replied, values: run.replied },
          ...terms.filter((n) => n < run.months.length).map((n) => ({ label: t.months(n), values: dueAfter(n) })),
        ]}
      />
    </Panel>
  )
}

/** Load ahead. */
export function DuePlot({ data: { due, today } }: { data: FiguresView }) {
  const t = useWords(workbenchWords)
  const sum = (days: FiguresView['due']) => days.reduce((all, { count }) => all + count, 0)
  return (
    <Panel title={t.due}>
      <DueWeeks reading={t.dueReading(sum(due), sum(due.filter(({ on }) => on < today)))} days={due} today={today} />
    </Panel>
  )
}

/** Which unit lags. */
export function UnitsPlot({ cards, year }: { cards: readonly Scorecard[]; year: number | null }) {
  const t = useWords(workbenchWords)
  const open = cards.reduce((all, it) => all + it.open, 0)
  return (
    <Panel title={t.units}>
      <UnitBars
        reading={t.unitsReading(cards.length, open)}
        rows={cards.map(({ unit, handedOver, replied, ratings }) => ({
          label: unit.name,
          href: `/workbench/suggestions?unitId=${unit.id}${year === null ? '' : `&year=${year}`}`,
          handedOver,
          answered: replied,
          ratings: satisfactionWords.map(([key, fill]) => ({ label: t[key], value: ratings[key], fill })),
        }))}
      />
    </Panel>
  )
}
