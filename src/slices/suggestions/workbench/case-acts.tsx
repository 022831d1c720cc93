import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { BarAction } from '#workbench/kit.ts'
import { ActionBar, useAction, useWords } from '#workbench/kit.ts'
import type { Action, Detail } from '../contract.ts'
import { words } from '../words.ts'
import { AssignPanel } from './acts/assign-panel.tsx'
import { ContactPanel } from './acts/contact-panel.tsx'
import { RatePanel } from './acts/rate-panel.tsx'
import { ReasonPanel } from './acts/reason-panel.tsx'
import { ReplyPanel } from './acts/reply-panel.tsx'
import { calls, topics, useTimeline } from './calls.ts'
import { caseWords } from './case-words.ts'
import { Notice } from './notice.tsx'

const reasoned = ['return', 'rehandle'] as const
type Reasoned = (typeof reasoned)[number]

/** What this person may do now. The step that is due stands open; steps back are asked for by a button. */
export function CaseActs({ it }: { it: Detail }) {
  const [open, setOpen] = useState<Reasoned | null>(null)
  const may = (action: Action) => it.allowed.includes(action)
  const close = () => setOpen(null)
  return (
    <>
      <WhyBack it={it} />
      <Bar it={it} onOpen={setOpen} />
      {reasoned.map((action) => (
        <ReasonPanel key={action} it={it} action={action} isOpen={open === action} onClose={close} />
      ))}
      <AssignPanel it={it} isAllowed={may('assign')} />
      <ContactPanel it={it} isAllowed={may('logContact')} />
      <ReplyPanel it={it} isAllowed={may('reply')} />
      <RatePanel it={it} isAllowed={may('rate')} />
    </>
  )
}

function Bar({ it, onOpen }: { it: Detail; onOpen: (action: Reasoned) => void }) {
  const w = useWords(words).action
  const { done } = useWords(caseWords)
  const navigate = useNavigate()
  const request = { params: { id: it.id } }
  const given = { topics, labels: w }
  const submit = useAction(calls.submitSuggestion, { ...given, done: done.submit })
  const register = useAction(calls.registerSuggestion, { ...given, done: ({ number }: Detail) => done.register(number) })
  const accept = useAction(calls.acceptSuggestion, { ...given, done: done.accept })
  const close = useAction(calls.closeSuggestion, { ...given, done: done.close })
  const act = (name: Action, action: typeof submit): BarAction => ({
    name,
    label: w[name],
    isRunning: action.isRunning,
    run: () => void action.run(request),
  })
  const actions: BarAction[] = [
    act('submit', submit),
    { name: 'edit', label: w.edit, run: () => void navigate({ to: `/suggestions/${it.id}/edit` }) },
    act('register', register),
    act('accept', accept),
    act('close', close),
    ...reasoned.map((name): BarAction => ({ name, label: w[name], run: () => onOpen(name) })),
  ]
  return <ActionBar allowed={it.allowed} actions={actions} />
}

/** 撤回 stands last on the page: a person comes here to rate or to read, rarely to take it back. */
export function Withdraw({ it }: { it: Detail }) {
  const label = useWords(words).action.withdraw
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {it.allowed.includes('withdraw') && !isOpen && (
        <div className="action-bar">
          <Button danger onClick={() => setOpen(true)}>
            {label}
          </Button>
        </div>
      )}
      <ReasonPanel it={it} action="withdraw" isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  )
}

/** Why the case came back to this person, in the words of who sent it. */
function WhyBack({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const events = useTimeline(it.id).data?.items ?? []
  if (it.status === 'returned') {
    const last = events.findLast(({ name }) => name === 'suggestion.returned')
    return (
      <Notice tone="warning" title={t.returnedNotice}>
        <p>{last?.sentence}</p>
      </Notice>
    )
  }
  if (it.allowed.includes('rehandle')) return <Notice tone="warning" title={t.rehandleNotice} />
  if (it.allowed.includes('logContact') && !it.allowed.includes('reply')) {
    return <Notice title={t.contactFirst} />
  }
  return null
}
