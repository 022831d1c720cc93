import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormField, useAction, useWords } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import type { Me } from '../contract.ts'
import { MIN_KINDS, MIN_LENGTH, PASSPHRASE_LENGTH } from '../rules/password.ts'
import { accountWords } from './account-words.ts'
import { calls, mine } from './calls.ts'
import { missing } from './missing.ts'

/** A new password, with the rules said before it is chosen. `known` is the current one where the person has just typed it. */
export function PasswordForm({ known, onDone }: { known?: string | undefined; onDone: (me: Me) => void }) {
  const t = useWords(accountWords)
  const [typed, setTyped] = useState({ current: '', next: '', again: '' })
  const [isShown, setShown] = useState(false)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const done = (me: Me) => {
    setTyped({ current: '', next: '', again: '' })
    onDone(me)
  }
  const act = useAction(calls.changePassword, { topics: mine, onDone: done, isShown: true })
  const current = known ?? typed.current
  const send = () => {
    const found = missing([
      current === '' && { path: 'current', message: t.currentMissing },
      typed.next === '' && { path: 'next', message: t.nextMissing },
      typed.next !== '' && typed.next !== typed.again && { path: 'again', message: t.different },
    ])
    setLacking(found)
    if (!found) void act.run({ body: { current, next: typed.next } })
  }
  const problem = lacking ?? act.problem
  const field = (name: keyof typeof typed, hint?: string) => (
    <FormField name={name} label={t[name]} problem={problem} {...(hint && { hint })}>
      {(control) => (
        <Input
          {...control}
          type={isShown ? 'text' : 'password'}
          autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          value={typed[name]}
          onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        />
      )}
    </FormField>
  )
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <Said problem={problem} />
      {known === undefined && field('current')}
      {field('next', t.rule(MIN_LENGTH, MIN_KINDS, PASSPHRASE_LENGTH))}
      {field('again')}
      <label className="check-line">
        <input type="checkbox" checked={isShown} onChange={({ target }) => setShown(target.checked)} />
        {t.show}
      </label>
      <p className="hint">{t.changeEffect}</p>
      <div className="action-bar">
        <Button type="primary" htmlType="submit" loading={act.isRunning}>
          {t.change}
        </Button>
      </div>
    </form>
  )
}
