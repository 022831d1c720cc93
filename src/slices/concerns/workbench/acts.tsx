import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { BarAction } from '#workbench/kit.ts'
import { ActionBar, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { AskForm, askedActions, type AskedAction } from './ask-form.tsx'
import { calls, touched } from './calls.ts'
import { workbenchWords } from './words.ts'

type Open = AskedAction | 'answer' | null

/** What this person may do now; a form opens in the place of the buttons. */
export function Acts({ it }: { it: Detail }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  if (open === 'answer' && it.allowed.includes('answer')) return <AnswerForm it={it} onClose={close} />
  if (open !== null && open !== 'answer' && it.allowed.includes(open)) {
    return <AskForm key={open} it={it} action={open} onClose={close} />
  }
  if (it.allowed.includes('confirm')) return <Judge it={it} onReject={() => setOpen('reject')} />
  if (it.allowed.includes('convert')) return <Convert it={it} />
  return <Bar it={it} onOpen={setOpen} />
}

function Bar({ it, onOpen }: { it: Detail; onOpen: (open: Open) => void }) {
  const t = useWords(workbenchWords)
  const w = useWords(words).action
  const accept = useAction(calls.acceptConcern, { topics: touched, labels: w, done: t.done.accept })
  const asked = askedActions.map((name): BarAction => ({ name, label: w[name], run: () => onOpen(name) }))
  const actions: BarAction[] = [
    {
      name: 'accept',
      label: w.accept,
      isRunning: accept.isRunning,
      run: () => void accept.run({ params: { id: it.id } }, { ifMatch: it.version }),
    },
    { name: 'answer', label: w.answer, run: () => onOpen('answer') },
    ...asked,
  ]
  return <ActionBar allowed={it.allowed} actions={actions} />
}

/** The deputy's last word: two answers, both in sight. */
function Judge({ it, onReject }: { it: Detail; onReject: () => void }) {
  const t = useWords(workbenchWords)
  const w = useWords(words).action
  const confirm = useAction(calls.confirmConcern, { topics: touched, labels: w, done: t.done.confirm })
  return (
    <Panel title={t.judge.title} isScreenOnly>
      {it.confirmBy && <p>{t.judge.lead(it.confirmBy)}</p>}
      <div className="action-bar concern-judge">
        <Button
          type="primary"
          loading={confirm.isRunning}
          onClick={() => void confirm.run({ params: { id: it.id } }, { ifMatch: it.version })}
        >
          {w.confirm}
        </Button>
        <Button onClick={onReject}>{w.reject}</Button>
      </div>
    </Panel>
  )
}

/** One step to a draft suggestion, which opens at once for its completion. */
function Convert({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const w = useWords(words).action
  const navigate = useNavigate()
  const convert = useAction(calls.convertConcern, {
    topics: touched,
    labels: w,
    done: t.done.convert,
    onDone: ({ suggestion }) => void (suggestion && navigate({ to: `/suggestions/${suggestion.id}/edit` })),
  })
  return (
    <Panel title={t.convertTitle} isScreenOnly>
      <p>{t.convertLead}</p>
      <div className="action-bar">
        <Button
          type="primary"
          loading={convert.isRunning}
          onClick={() => void convert.run({ params: { id: it.id } }, { ifMatch: it.version })}
        >
          {w.convert}
        </Button>
      </div>
    </Panel>
  )
}
