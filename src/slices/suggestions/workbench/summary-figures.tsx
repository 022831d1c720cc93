import type { Figure } from '#workbench/kit.ts'
import { Figures, useWords } from '#workbench/kit.ts'
import { useSummary } from './calls.ts'
import { ReportDownload } from '../documents/workbench/documents-menu.tsx'
import { workbenchWords } from './words.ts'

type Shown = 'submitted' | 'registered' | 'assigned' | 'accepted' | 'replied' | 'rated' | 'closed'

/** Figures of the whole congress, 办复 with its denominator last; each opens its rows. */
export function SummaryFigures({ show }: { show: readonly Shown[] }) {
  const t = useWords(workbenchWords)
  const summary = useSummary()
  if (!summary.data) return null
  const { byStatus, replied, handedOver, replyRate } = summary.data
  const figures = show.map((status): Figure => ({
    label: t.figure[status],
    value: byStatus[status] ?? 0,
    href: `/workbench/suggestions?status=${status}`,
  }))
  const handled = {
    label: t.figure.handled,
    value: replied,
    of: handedOver,
    note: `${replyRate} · ${t.overallNote}`,
    href: '/suggestions',
  }
  return (
    <>
      <Figures items={[...figures, handled]} />
      <ReportDownload />
    </>
  )
}
