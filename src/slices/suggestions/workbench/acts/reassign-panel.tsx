import { Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormErrors, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail, Handling } from '../../contract.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { incomplete } from '../incomplete.ts'
import { HandlersField } from './handlers-field.tsx'
import { handlersOf, missingInHandlers, type HandlerRow } from './handlers.ts'
import { TextPanel } from './text-panel.tsx'

/** 退办 waits for the committee: it stays where it is, with a reason, or goes to another unit, the proposed one filled in. */
export function ObjectionPanels({ it }: { it: Detail }) {
  return it.handlers
    .filter(({ status }) => status === 'objected')
    .map((one) => <ObjectionPanel key={one.unit.id} it={it} one={one} />)
}

function ObjectionPanel({ it, one }: { it: Detail; one: Handling }) {
  const t = useWords(actWords)
  const w = useWords(words).action
  const [open, setOpen] = useState<'uphold' | 'reassign' | null>(null)
  if (!it.allowed.includes('uphold')) return null
  const { objection } = one
  const close = () => setOpen(null)
  return (
    <Panel title={t.objectedBy(one.unit.name, objection?.objectedOn ?? '')}>
      <p className="long-text">{objection?.reason}</p>
      <p>{objection?.proposedUnit ? t.objectProposes(objection.proposedUnit.name) : t.objectNoUnit}</p>
      {open === null && (
        <div className="action-bar">
          <Button type="primary" onClick={() => setOpen('reassign')}>
            {w.reassign}
          </Button>
          <Button onClick={() => setOpen('uphold')}>{w.uphold}</Button>
        </div>
      )}
      {open === 'uphold' && (
        <TextPanel
          it={it}
          action="uphold"
          about={one.unit.id}
          field="reason"
          label={t.upholdReason}
          missing={t.noteMissing}
          onClose={close}
          bodyOf={(reason) => ({ unitId: one.unit.id, reason })}
          call={calls.upholdAssignment}
          done={t.done.uphold}
        />
      )}
      {open === 'reassign' && <Reassign it={it} from={one} onClose={close} />}
    </Panel>
  )
}

/** 改交 before a unit has signed for it, without an objection. */
export function ReassignPanel({ it, isOpen, onClose }: { it: Detail; isOpen: boolean; onClose: () => void }) {
  const t = useWords(actWords)
  const w = useWords(words).action
  const waiting = it.handlers.filter(({ status }) => status === 'assigned')
  const [fromId, setFromId] = useState(waiting[0]?.unit.id ?? null)
  const from = waiting.find(({ unit }) => unit.id === fromId) ?? waiting[0]
  if (!isOpen || !from || !it.allowed.includes('reassign')) return null
  return (
    <Panel title={w.reassign} isScreenOnly>
      {waiting.length > 1 && (
        <ChoiceField
          name="from"
          label={t.reassignFrom}
          choices={waiting.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
          value={from.unit.id}
          onChange={setFromId}
        />
      )}
      <Reassign key={from.unit.id} it={it} from={from} onClose={onClose} />
    </Panel>
  )
}

function Reassign({ it, from, onClose }: { it: Detail; from: Handling; onClose: () => void }) {
  const t = useWords(actWords)
  const c = useWords(caseWords)
  const w = useWords(words).action
  const proposed = from.objection?.proposedUnit?.id
  const [rows, setRows] = useState<HandlerRow[]>([{ unitId: proposed ?? null, part: from.part, scope: from.scope }])
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(calls.reassignSuggestion, { topics, labels: w, done: t.done.reassign, onDone: onClose })
  const send = () => {
    const empty = rows.some(({ unitId }) => unitId === null)
    const found = incomplete(empty ? missingInHandlers(rows, c.unitMissing) : [])
    setMissing(found)
    if (!found) void act.run({ params: { id: it.id }, body: { from: from.unit.id, handlers: handlersOf(rows) } })
  }
  const problem = missing ?? act.problem
  return (
    <>
      <FormErrors problem={problem} />
      <HandlersField rows={rows} first={proposed} problem={problem} onChange={setRows} />
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.reassign}
        </Button>
        <Button onClick={onClose}>{c.notNow}</Button>
      </div>
    </>
  )
}
