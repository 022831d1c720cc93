import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormErrors, FormField, Panel, choicesOf, useAction, useDraft, usePerson, useWords } from '#workbench/kit.ts'
import type { ContactInput, Detail } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { incomplete } from '../incomplete.ts'
import { ownPart } from '../own-part.ts'
import { useToday } from '../use-today.ts'
import { KeptText } from './kept-text.tsx'

const MOST = 500
/** An empty day is today. */
type Kept = { kind: ContactInput['kind'] | null; contactedOn: string; note: string }

/** 登记沟通: open while nobody has spoken with the deputy in this round, behind a button afterwards. */
export function ContactPanel({ it, isAllowed }: { it: Detail; isAllowed: boolean }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const today = useToday()
  const { unitName } = usePerson()
  const draft = useDraft<Kept>(`contact:${it.id}:${it.round}`, { kind: null, contactedOn: '', note: '' })
  const [isAsked, setAsked] = useState(false)
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(
    async (request: { params: { id: string }; body: ContactInput }, options) => {
      const answer = await calls.logContact(request, options)
      draft.clear()
      return answer
    },
    { topics, labels: w.action, done: t.done.logContact, onDone: () => setAsked(false) },
  )
  const { kind, note } = draft.value
  const contactedOn = draft.value.contactedOn || today
  if (!isAllowed) return <KeptText title={t.contactTitle} texts={[note]} onDiscard={draft.clear} />
  const own = ownPart(it, unitName)
  // Who gives an opinion may talk to the deputy, who answers must.
  const hasContact = own?.part === 'co' || it.contacts.some((one) => one.round === it.round && one.unitName === unitName)
  if (hasContact && !isAsked && note === '') {
    return (
      <div className="action-bar">
        <Button onClick={() => setAsked(true)}>{own?.part === 'co' ? t.contactTitle : t.contactAgain}</Button>
      </div>
    )
  }
  const send = () => {
    const found = incomplete([
      kind === null && { path: 'kind', message: t.contactKindMissing },
      note.trim() === '' && { path: 'note', message: t.contactNoteMissing },
    ])
    setMissing(found)
    if (kind !== null && !found) void act.run({ params: { id: it.id }, body: { kind, contactedOn, note: note.trim() } })
  }
  const problem = missing ?? act.problem
  return (
    <Panel title={t.contactTitle}>
      <FormErrors problem={problem} />
      <ChoiceField
        name="kind"
        label={t.contactKind}
        choices={choicesOf(w.contactKind)}
        value={kind}
        problem={problem}
        onChange={(next) => draft.setValue({ ...draft.value, kind: next })}
      />
      <FormField name="contactedOn" label={t.contactedOn} problem={problem}>
        {(control) => (
          <Input
            {...control}
            className="day-input"
            type="date"
            max={today}
            value={contactedOn}
            onChange={({ target }) => draft.setValue({ ...draft.value, contactedOn: target.value })}
          />
        )}
      </FormField>
      <FormField name="note" label={t.contactNote} problem={problem} length={{ now: note.trim().length, most: MOST }}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            value={note}
            onChange={({ target }) => draft.setValue({ ...draft.value, note: target.value })}
          />
        )}
      </FormField>
      <div className="action-bar">
        <Button type={hasContact ? 'default' : 'primary'} loading={act.isRunning} onClick={send}>
          {w.action.logContact}
        </Button>
        <span role="status" className="hint">
          {draft.note}
        </span>
      </div>
    </Panel>
  )
}
