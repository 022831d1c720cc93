import { Button } from 'antd'
import { useState } from 'react'
import { Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { TextPanel } from './text-panel.tsx'

/** 公开与保密: the full text or a summary in its place, or no public page at all. */
export function Openness({ it }: { it: Detail }) {
  const t = useWords(actWords)
  const c = useWords(caseWords)
  const w = useWords(words).action
  const [open, setOpen] = useState<'publish' | 'protect' | null>(null)
  const full = useAction(calls.publishSuggestion, { topics, labels: w, done: t.done.publish })
  const mayPublish = it.allowed.includes('publish') && it.isPublic && !it.isConfidential
  const mayProtect = it.allowed.includes('protect')
  if (!mayPublish && !mayProtect) return null
  const close = () => setOpen(null)
  return (
    <Panel title={t.opennessTitle} isScreenOnly>
      <Standing it={it} />
      <div className="action-bar">
        {mayPublish && <Button onClick={() => setOpen('publish')}>{t.openSummary}</Button>}
        {mayPublish && it.publicSummary !== null && (
          <Button loading={full.isRunning} onClick={() => void full.run({ params: { id: it.id }, body: { summary: null } })}>
            {t.openFull}
          </Button>
        )}
        {mayProtect && <Button onClick={() => setOpen('protect')}>{it.isConfidential ? t.unprotect : t.protect}</Button>}
      </div>
      {open === 'publish' && (
        <TextPanel
          it={it}
          action="publish"
          title={t.openSummary}
          button={t.openSummary}
          effect={t.summaryLead}
          field="summary"
          label={t.summary}
          missing={t.summaryMissing}
          most={2000}
          rows={5}
          initial={it.publicSummary ?? ''}
          onClose={close}
          bodyOf={(summary) => ({ summary })}
          call={calls.publishSuggestion}
          done={t.done.publish}
        />
      )}
      {open === 'protect' && (
        <TextPanel
          it={it}
          action="protect"
          title={it.isConfidential ? t.unprotect : t.protect}
          button={it.isConfidential ? t.unprotect : t.protect}
          effect={it.isConfidential ? t.unprotectLead : t.protectLead}
          field="reason"
          label={t.protectReason}
          missing={c.reasonMissing}
          onClose={close}
          bodyOf={(reason) => ({ isConfidential: !it.isConfidential, reason })}
          call={calls.protectSuggestion}
          done={t.done.protect}
        />
      )}
    </Panel>
  )
}

function Standing({ it }: { it: Detail }) {
  const t = useWords(actWords)
  if (it.isConfidential) return <p>{t.protectLead}</p>
  if (!it.isPublic) return <p>{t.openNone}</p>
  if (it.publicSummary === null) return <p>{t.isFull}</p>
  return (
    <>
      <p>{t.isSummary}</p>
      <p className="long-text kept-text">{it.publicSummary}</p>
    </>
  )
}
