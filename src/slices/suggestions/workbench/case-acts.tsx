import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { BarAction } from '#workbench/kit.ts'
import { ActionBar, Notice, useAction, usePerson, useWords } from '#workbench/kit.ts'
import type { Action, Detail } from '../contract.ts'
import { words } from '../words.ts'
import { actWords } from './act-words.ts'
import { AssignPanel } from './acts/assign-panel.tsx'
import { ContactPanel } from './acts/contact-panel.tsx'
import { DecideExtensionPanel, ExtensionPanel } from './acts/extension-panels.tsx'
import { InvitePanel } from './acts/invite-panel.tsx'
import { RatePanel } from './acts/rate-panel.tsx'
import { ObjectionPanels, ReassignPanel } from './acts/reassign-panel.tsx'
import { ReplyPanel } from './acts/reply-panel.tsx'
import { ReviewPanels, type Opened } from './acts/review-panels.tsx'
import { SettlePanels } from './acts/settle-panels.tsx'
import { TextPanel } from './acts/text-panel.tsx'
import { ConcurPanel, ObjectionNote, ObjectPanel, OpinionPanel } from './acts/unit-panels.tsx'
import { calls, topics } from './calls.ts'
import { WhyBack } from './case-notices.tsx'
import { caseWords } from './case-words.ts'

/** Acts that open a form before they have effect; the others have it at once. */
const opening = ['invite', 'return', 'decline', 'passOn', 'object', 'rehandle', 'escalate'] as const
/** Acts that nobody waits for; they stand below what is due. */
const quiet = ['requestExtension', 'reassign'] as const

/** What this person may do now. The step that is due stands open; steps back are asked for by a button. */
export function CaseActs({ it }: { it: Detail }) {
  const [open, setOpen] = useState<Action | null>(null)
  const opened = { it, open, onClose: () => setOpen(null) }
  const isUnit = usePerson().roles.includes('handling_unit')
  return (
    <>
      <WhyBack it={it} />
      {isUnit && <ObjectionNote it={it} />}
      <Bar it={it} onOpen={setOpen} />
      <InvitePanel {...opened} />
      <ReviewPanels {...opened} />
      <ObjectionPanels it={it} />
      <DecideExtensionPanel it={it} />
      <SettlePanels {...opened} />
      <AssignPanel it={it} />
      <ObjectPanel {...opened} />
      <ContactPanel it={it} isAllowed={it.allowed.includes('logContact')} />
      {isUnit && <OpinionPanel it={it} />}
      {isUnit && <ConcurPanel it={it} />}
      {isUnit && <ReplyPanel it={it} />}
      <RatePanel key={it.status} it={it} />
      <QuietBar {...opened} onOpen={setOpen} />
      <ExtensionPanel {...opened} />
      <ReassignPanel it={it} isOpen={open === 'reassign'} onClose={opened.onClose} />
    </>
  )
}

function Bar({ it, onOpen }: { it: Detail; onOpen: (action: Action) => void }) {
  const w = useWords(words).action
  const { done } = useWords(caseWords)
  const more = useWords(actWords).done
  const navigate = useNavigate()
  const request = { params: { id: it.id } }
  const given = { topics, labels: w }
  const submit = useAction(calls.submitSuggestion, { ...given, done: done.submit })
  const register = useAction(calls.registerSuggestion, { ...given, done: ({ number }: Detail) => done.register(number) })
  const accept = useAction(calls.acceptSuggestion, { ...given, done: done.accept })
  const close = useAction(calls.closeSuggestion, { ...given, done: done.close })
  const agree = useAction(calls.agreeToWithdrawal, { ...given, done: more.agreeWithdrawal })
  const act = (name: Action, action: { isRunning: boolean; run: (it: typeof request) => Promise<boolean> }): BarAction => ({
    name,
    label: w[name],
    isRunning: action.isRunning,
    run: () => void action.run(request),
  })
  const closeNow = { ...close, run: () => close.run({ ...request, body: { conclusion: '' } }) }
  const isSettled = it.status === 'escalated'
  const actions: BarAction[] = [
    { name: 'cosign', label: w.cosign, run: () => void navigate({ to: `/suggestions/${it.id}/cosign` }) },
    act('agreeWithdrawal', agree),
    act('submit', submit),
    { name: 'edit', label: w.edit, run: () => void navigate({ to: `/suggestions/${it.id}/edit` }) },
    act('register', register),
    act('accept', accept),
    isSettled ? { name: 'close', label: w.close, run: () => onOpen('close') } : act('close', closeNow),
    ...opening.map((name): BarAction => ({ name, label: w[name], run: () => onOpen(name) })),
  ]
  return (
    <>
      {submit.problem?.fields[0] && <Notice tone="warning" title={submit.problem.fields[0].message} />}
      <ActionBar allowed={it.allowed} actions={actions} />
    </>
  )
}

function QuietBar({ it, open, onOpen }: Opened & { onOpen: (action: Action) => void }) {
  const w = useWords(words).action
  const hasObjection = it.handlers.some(({ status }) => status === 'objected')
  const shown = quiet.filter((name) => it.allowed.includes(name) && name !== open && !(name === 'reassign' && hasObjection))
  if (shown.length === 0) return null
  return (
    <div className="action-bar">
      {shown.map((name) => (
        <Button key={name} onClick={() => onOpen(name)}>
          {w[name]}
        </Button>
      ))}
    </div>
  )
}

/** 收回修改 and 撤回 stand last on the page: a person comes here to rate or to read, rarely to take it back. */
export function Withdraw({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const a = useWords(actWords)
  const w = useWords(words).action
  const [isOpen, setOpen] = useState(false)
  const recall = useAction(calls.recallSubmission, { topics, done: a.done.recallSubmission })
  const isJoint = it.submittedOn !== null && it.cosigned.confirmed > 0
  const effect = isJoint ? a.withdrawJoint : it.unit ? t.withdrawFromUnit : t.withdrawEffect
  return (
    <>
      {it.allowed.includes('withdraw') && !isOpen && (
        <div className="action-bar">
          {it.allowed.includes('recallSubmission') && (
            <Button loading={recall.isRunning} onClick={() => void recall.run({ params: { id: it.id } })}>
              {w.recallSubmission}
            </Button>
          )}
          <Button danger onClick={() => setOpen(true)}>
            {w.withdraw}
          </Button>
        </div>
      )}
      <TextPanel
        it={it}
        action="withdraw"
        effect={effect}
        field="reason"
        label={t.withdrawReason}
        missing={t.reasonMissing}
        danger
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        bodyOf={(reason) => ({ reason })}
        call={calls.withdrawSuggestion}
        done={isJoint ? a.done.withdrawalAsked : t.done.withdraw}
      />
    </>
  )
}
