import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { BarAction } from '#workbench/kit.ts'
import { ActionBar, Notice, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Action, Detail } from '../contract.ts'
import { words } from '../words.ts'
import { ConvertPanel } from './acts/convert-panel.tsx'
import { DecidePanel } from './acts/decide-panel.tsx'
import { InvitePanel } from './acts/invite-panel.tsx'
import { LinkPanel } from './acts/link-panel.tsx'
import { OpinionPanel } from './acts/opinion-panel.tsx'
import { ReasonPanel } from './acts/reason-panel.tsx'
import { calls, topics, useTimeline } from './calls.ts'
import { caseWords } from './case-words.ts'

/** What this person may do now; the step that is due stands open. */
export function CaseActs({ it }: { it: Detail }) {
  const [isReturning, setReturning] = useState(false)
  const may = (action: Action) => it.allowed.includes(action)
  return (
    <>
      <Invitation it={it} />
      <WhyBack it={it} />
      <Bar it={it} onReturn={() => setReturning(true)} />
      <ReasonPanel it={it} action="return" isOpen={isReturning} onClose={() => setReturning(false)} />
      {may('invite') && <InvitePanel it={it} />}
      <Consent it={it} />
      <DecidePanel key={it.version} it={it} />
      {may('giveOpinion') && <OpinionPanel it={it} />}
      {may('convert') && <ConvertPanel it={it} />}
    </>
  )
}

function Bar({ it, onReturn }: { it: Detail; onReturn: () => void }) {
  const w = useWords(words).action
  const { done } = useWords(caseWords)
  const navigate = useNavigate()
  const given = { topics, labels: w }
  const submit = useAction(calls.submitMotion, { ...given, done: done.submit })
  const receive = useAction(calls.receiveMotion, { ...given, done: ({ number }: Detail) => done.receive(number) })
  const act = (name: Action, action: typeof submit): BarAction => ({
    name,
    label: w[name],
    isRunning: action.isRunning,
    run: () => void action.run({ params: { id: it.id } }),
  })
  const actions: BarAction[] = [
    act('submit', submit),
    act('receive', receive),
    { name: 'return', label: w.return, run: onReturn },
    { name: 'edit', label: w.edit, run: () => void navigate({ to: `/motions/${it.id}/edit` }) },
  ]
  return <ActionBar allowed={it.allowed} actions={actions} />
}

/** The invited deputy is led to the page on which the text is read and confirmed. */
function Invitation({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  if (!it.allowed.includes('read')) return null
  return (
    <Notice tone="warning" title={it.mine === 'outdated' ? t.changedSince : t.askedYou(it.deputy.name)}>
      <Link className="link-button is-primary" to={`/motions/${it.id}/cosign`}>
        {t.toCosign}
      </Link>
    </Notice>
  )
}

/** Why it came back, in the words of who sent it. */
function WhyBack({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const events = useTimeline(it.id).data?.items ?? []
  if (it.status !== 'returned') return null
  const last = events.findLast(({ name }) => name === 'motion.returned')
  return (
    <Notice tone="warning" title={t.returned}>
      <p>{last?.sentence}</p>
    </Notice>
  )
}

/** The lead deputy says whether what is no motion goes on as a suggestion. */
function Consent({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words).action
  const [isDeclining, setDeclining] = useState(false)
  const agree = useAction(calls.agreeToConversion, { topics, labels: w, done: t.done.agreeToConversion })
  if (!it.allowed.includes('agreeToConversion')) return null
  return (
    <>
      <Panel title={t.consentTitle}>
        <p>{t.consentLead}</p>
        <div className="action-bar">
          <Button type="primary" loading={agree.isRunning} onClick={() => void agree.run({ params: { id: it.id } })}>
            {w.agreeToConversion}
          </Button>
          <Button onClick={() => setDeclining(true)}>{w.declineConversion}</Button>
        </div>
      </Panel>
      <ReasonPanel it={it} action="declineConversion" isOpen={isDeclining} onClose={() => setDeclining(false)} />
    </>
  )
}

const last = ['withdrawCosigning', 'withdraw'] as const

/** What is rare or cannot be taken back stands last on the page. */
export function LastActs({ it }: { it: Detail }) {
  const w = useWords(words).action
  const [open, setOpen] = useState<(typeof last)[number] | null>(null)
  return (
    <>
      {it.allowed.includes('link') && <LinkPanel it={it} />}
      {last.map((action) => (
        <div key={action}>
          {it.allowed.includes(action) && open !== action && (
            <div className="action-bar">
              <Button danger onClick={() => setOpen(action)}>
                {w[action]}
              </Button>
            </div>
          )}
          <ReasonPanel it={it} action={action} isOpen={open === action} onClose={() => setOpen(null)} />
        </div>
      ))}
    </>
  )
}
