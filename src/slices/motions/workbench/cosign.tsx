import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Failed, Loading, Notice, Panel, WorkPage, useAction, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { calls, topics, useMotion } from './calls.ts'
import { MotionText } from './case-parts.tsx'
import { caseWords } from './case-words.ts'
import './motions.css'

/** The page that an invitation leads to, on a phone: the whole text, and at its end the two answers. */
export default function CosignPage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useMotion(id)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Cosign it={query.data} />
}

function Cosign({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  return (
    <WorkPage title={t.cosignTitle} lead={t.cosignLead(it.deputy.name, it.textVersion)} backTo="/motions">
      {it.mine === 'outdated' && <Notice tone="warning" title={t.changedSince} />}
      <Panel title={t.text(it.textVersion)}>
        <MotionText it={it} />
      </Panel>
      <p>{t.cosignNow(it.signatories, it.minimum)}</p>
      {it.allowed.includes('read') ? <Answers key={it.textVersion} it={it} /> : <Answered it={it} />}
    </WorkPage>
  )
}

/** Opening the page is the reading; it is told to the server once for each version, and the answer is given to that version. */
function Answers({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const request = { params: { id: it.id }, body: { textVersion: it.textVersion } }
  const read = useAction(calls.readMotion, { topics, labels: w })
  const cosign = useAction(calls.cosignMotion, { topics, labels: w, done: t.done.cosign })
  const decline = useAction(calls.declineCosigning, { topics, labels: w, done: t.done.declineCosigning })
  const isRead = it.allowed.includes('cosign')
  const mark = read.run
  useEffect(() => {
    if (!isRead) void mark({ params: { id: it.id }, body: { textVersion: it.textVersion } })
    // Once for each version: the component is made anew when the text changes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <div className="action-bar motion-answer">
      <Button type="primary" disabled={!isRead} loading={cosign.isRunning} onClick={() => void cosign.run(request)}>
        {w.cosign}
      </Button>
      <Button loading={decline.isRunning} onClick={() => void decline.run({ params: { id: it.id } })}>
        {w.declineCosigning}
      </Button>
    </div>
  )
}

function Answered({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const known = it.mine === 'confirmed' || it.mine === 'declined' || it.mine === 'withdrawn' ? it.mine : 'closed'
  return (
    <Notice title={t.answered[known]}>
      <Link className="link-button" to={`/motions/${it.id}`}>
        {t.seeMotion}
      </Link>
    </Notice>
  )
}
