import { Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { useAction, useWords } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import type { Account } from '../contract.ts'
import type { Typed } from './account-fields.tsx'
import { AccountFields } from './account-fields.tsx'
import { adminWords } from './admin-words.ts'
import { calls, topics } from './calls.ts'
import { missing } from './missing.ts'

/** 修改信息, behind a button; only what was changed is sent, since a number is never read back in full. */
export function EditPanel({ it }: { it: Account }) {
  const t = useWords(adminWords)
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <EditForm it={it} onClose={() => setOpen(false)} />
  return (
    <div className="action-bar">
      <Button onClick={() => setOpen(true)}>{t.edit}</Button>
    </div>
  )
}

function EditForm({ it, onClose }: { it: Account; onClose: () => void }) {
  const t = useWords(adminWords)
  const before: Typed = { name: it.name, unitId: it.unit?.id ?? null, deputyId: it.deputy?.id ?? null, phone: '' }
  const [typed, setTyped] = useState(before)
  const [removesPhone, setRemovesPhone] = useState(false)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.editAccount, { topics, done: t.saved, onDone: onClose, isShown: true })
  const send = () => {
    const found = missing([typed.name.trim() === '' && { path: 'name', message: t.nameMissing }])
    setLacking(found)
    if (!found) void act.run({ params: { id: it.id }, body: changesOf(before, typed, removesPhone) }, { ifMatch: it.version })
  }
  const problem = lacking ?? act.problem
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <Said problem={problem} />
      <AccountFields
        typed={typed}
        onChange={setTyped}
        problem={problem}
        deputy={it.deputy}
        phoneHint={it.phone ? t.phoneKeep(it.phone) : t.phoneHint}
      />
      {it.phone && (
        <label className="check-line">
          <input type="checkbox" checked={removesPhone} onChange={({ target }) => setRemovesPhone(target.checked)} />
          {t.phoneRemove}
        </label>
      )}
      <div className="action-bar">
        <Button type="primary" htmlType="submit" loading={act.isRunning}>
          {t.save}
        </Button>
        <Button onClick={onClose}>{t.notNow}</Button>
      </div>
    </form>
  )
}

function changesOf(before: Typed, { name, unitId, deputyId, phone }: Typed, removesPhone: boolean) {
  return {
    ...(name !== before.name && { name }),
    ...(unitId !== before.unitId && { unitId }),
    ...(deputyId !== before.deputyId && { deputyId }),
    ...(removesPhone ? { phone: null } : phone.trim() !== '' && { phone: phone.trim() }),
  }
}
