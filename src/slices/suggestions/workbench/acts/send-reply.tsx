import { Button } from 'antd'
import { MarkShape, useAction, usePerson, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics, useProfile } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { replyWords } from '../reply-words.ts'
import { useToday } from '../use-today.ts'
import type { ReplyWriting } from './use-reply-draft.ts'

/** 答复代表: what must be done before, each ticked or with the sentence that says what is missing, and the button that sends. */
export function SendReply({ it, writing }: { it: Detail; writing: ReplyWriting }) {
  const t = useWords(caseWords)
  const r = useWords(replyWords)
  const w = useWords(words).action
  const checks = useChecks(it)
  const act = useAction(
    async (request: { params: { id: string } }, options) => {
      const answer = await calls.replyToSuggestion(request, options)
      writing.forget()
      return answer
    },
    { topics, labels: w, done: t.done.reply },
  )
  const why = writing.isDirty && writing.saved ? r.unsaved : checks.find(({ isDone }) => !isDone)?.why
  return (
    <section className="reply-step">
      <h3>{r.checkTitle}</h3>
      <ul className="reply-checks">
        {checks.map(({ name, isDone }) => (
          <li key={name} className={isDone ? 'tone-done' : 'tone-idle'}>
            <MarkShape kind={isDone ? 'done' : 'idle'} />
            {r.check[name]}
            <span className="hidden">（{isDone ? r.isDone : r.isOpen}）</span>
          </li>
        ))}
      </ul>
      <div className="action-bar">
        <Button
          type="primary"
          disabled={!it.allowed.includes('reply') || writing.isDirty}
          loading={act.isRunning}
          onClick={() => void act.run({ params: { id: it.id } })}
        >
          {w.reply}
        </Button>
        {why && <span className="hint">{why}</span>}
      </div>
    </section>
  )
}

type Check = { name: 'contact' | 'draft' | 'opinions' | 'concurred' | 'signed'; isDone: boolean; why: string }

/** The same conditions that the server asks, from what this view carries; the server decides. */
function useChecks(it: Detail): Check[] {
  const { why } = useWords(replyWords)
  const { unitName } = usePerson()
  const today = useToday()
  const needsSignature = (useProfile().data?.signedBy ?? null) !== null
  const draft = it.replyDrafts.find(({ unit }) => unit.name === unitName)
  const current = it.handlers.filter(({ status }) => status !== 'released')
  const awaited = current
    .filter(({ part, status, due }) => part === 'co' && status !== 'done' && due !== null && due.dueOn >= today)
    .map(({ unit }) => unit.name)
  const leads = current.filter(({ part }) => part === 'lead').slice(1)
  const unsigned = leads.filter(({ concurredOn }) => concurredOn === null).map(({ unit }) => unit.name)
  const hasContact = it.contacts.some((one) => one.round === it.round && one.unitName === unitName)
  return [
    { name: 'contact', isDone: hasContact, why: why.contact },
    { name: 'draft', isDone: draft !== undefined, why: why.draft },
    ...(current.some(({ part }) => part === 'co')
      ? [{ name: 'opinions', isDone: awaited.length === 0, why: why.opinions(awaited.join('、')) } as const]
      : []),
    ...(leads.length > 0
      ? [{ name: 'concurred', isDone: unsigned.length === 0, why: why.concurred(unsigned.join('、')) } as const]
      : []),
    ...(needsSignature ? [{ name: 'signed', isDone: Boolean(draft?.signedOn), why: why.signed } as const] : []),
  ]
}
