import { Alert, Button } from 'antd'
import { beijingMoment } from '#lib/pure/moment.ts'
import { Failed, Figures, Loading, Panel, useAction, useLive, usePathParam, useWords, WorkPage } from '#workbench/kit.ts'
import type { Run } from '../contract.ts'
import { calls, isMoving, topics, useRun } from './calls.ts'
import { ConfirmPanel } from './confirm-panel.tsx'
import { MappingPanel } from './mapping-panel.tsx'
import { ProblemsPanel } from './problems-panel.tsx'
import { Progress } from './progress.tsx'
import { ResultPanel } from './result-panel.tsx'
import { RunStatusTag } from './status.tsx'
import { words } from './words.ts'
import './imports.css'

/** One table on its way in: what was understood, how far it is, what is wrong with it, and what became of it. */
export default function OneImport() {
  const id = usePathParam('id')
  const query = useRun(id)
  useLive(topics)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <RunPage it={query.data} />
}

function RunPage({ it }: { it: Run }) {
  const t = useWords(words)
  const { counts } = it
  const lead = it.headerRow === null ? undefined : `${it.fileName}（${t.facts(counts.total, it.headerRow)}）`
  return (
    <WorkPage
      title={it.title}
      status={<RunStatusTag it={it} />}
      lead={lead ?? it.fileName}
      backTo="/imports"
      backLabel={t.back}
      actions={<span className="hint">{t.by(it.startedBy, beijingMoment(it.createdAt))}</span>}
    >
      {it.problem && <Alert type="warning" showIcon role="alert" title={it.problem} />}
      {isMoving(it.status, it.headers) && <Progress it={it} />}
      {counts.total > 0 && <CountFigures it={it} />}
      <Stopped it={it} />
      {it.headers.length > 0 && <MappingPanel key={`${it.id}-${it.status}`} it={it} />}
      <ConfirmPanel it={it} />
      <ResultPanel it={it} />
      {counts.bad > 0 && <ProblemsPanel it={it} />}
    </WorkPage>
  )
}

function CountFigures({ it: { counts } }: { it: Run }) {
  const t = useWords(words)
  const figures = [
    ...(counts.imported > 0 ? [{ label: t.imported, value: String(counts.imported) }] : []),
    ...(counts.undone > 0 ? [{ label: t.undone, value: String(counts.undone) }] : []),
    ...(counts.good > 0 ? [{ label: t.good, value: String(counts.good) }] : []),
    { label: t.bad, value: String(counts.bad) },
    ...(counts.updates > 0 ? [{ label: t.updates, value: String(counts.updates) }] : []),
  ]
  return <Figures items={figures} />
}

/** Cancelled or failed: what is in stays, and the rest can follow. */
function Stopped({ it }: { it: Run }) {
  const t = useWords(words)
  const goOn = useAction(calls.continueImport, { topics })
  if (!it.allowed.includes('continue')) return null
  return (
    <Panel title={t.status[it.status]} isScreenOnly>
      <div className="action-bar">
        <Button type="primary" loading={goOn.isRunning} onClick={() => void goOn.run({ params: { id: it.id } })}>
          {t.goOn}
        </Button>
      </div>
    </Panel>
  )
}
