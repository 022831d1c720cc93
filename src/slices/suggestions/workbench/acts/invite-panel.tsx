import { Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, FormField, Panel, useAction, useWords } from '#workbench/kit.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { DeputyPicker, type Chosen } from '../deputy-picker.tsx'
import { incomplete } from '../incomplete.ts'
import type { Opened } from './review-panels.tsx'

/** 邀请联名: several deputies at once, each of whom reads the text and answers for themselves. */
export function InvitePanel({ it, open, onClose }: Opened) {
  const t = useWords(actWords)
  const c = useWords(caseWords)
  const w = useWords(words).action
  const [chosen, setChosen] = useState<Chosen[]>([])
  const [missing, setMissing] = useState<Problem | null>(null)
  const act = useAction(calls.inviteCosigners, {
    topics,
    labels: w,
    done: t.done.invite,
    onDone: () => {
      setChosen([])
      onClose()
    },
  })
  if (open !== 'invite' || !it.allowed.includes('invite')) return null
  const send = () => {
    const found = incomplete([chosen.length === 0 && { path: 'deputyIds', message: t.inviteMissing }])
    setMissing(found)
    if (!found) void act.run({ params: { id: it.id }, body: { deputyIds: chosen.map(({ id }) => id) } })
  }
  const problem = missing ?? act.problem
  return (
    <Panel title={t.invite} isScreenOnly>
      <FormErrors problem={problem} />
      <FormField name="deputyIds" label={t.inviteLabel} hint={t.inviteHint} problem={problem}>
        {(control) => (
          <DeputyPicker
            control={control}
            value={chosen}
            without={[it.deputy.id, ...it.cosigners.map(({ deputy }) => deputy.id)]}
            onChange={setChosen}
          />
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" loading={act.isRunning} onClick={send}>
          {w.invite}
        </Button>
        <Button onClick={onClose}>{c.notNow}</Button>
      </div>
    </Panel>
  )
}
