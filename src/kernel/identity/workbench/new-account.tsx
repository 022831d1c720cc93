import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import type { Problem } from '#workbench/kit.ts'
import { FormField, useAction, useWords, WorkPage } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import type { Typed } from './account-fields.tsx'
import { AccountFields } from './account-fields.tsx'
import { adminWords } from './admin-words.ts'
import { calls, topics } from './calls.ts'
import { missing } from './missing.ts'
import { pageWords } from './page-words.ts'
import './identity.css'

/** 开户: one form; it leads to the account, where the first password is made. */
export default function NewAccount() {
  const t = useWords(adminWords)
  const title = useWords(pageWords)
  const navigate = useNavigate()
  const [login, setLogin] = useState('')
  const [typed, setTyped] = useState<Typed>({ name: '', unitId: null, deputyId: null, phone: '' })
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.createAccount, {
    topics,
    done: ({ name }) => t.opened(name),
    onDone: ({ id }) => void navigate({ to: `/admin/accounts/${id}` }),
    isShown: true,
  })
  const send = () => {
    const found = missing([
      login.trim() === '' && { path: 'login', message: t.loginMissing },
      typed.name.trim() === '' && { path: 'name', message: t.nameMissing },
    ])
    setLacking(found)
    const { name, unitId, deputyId, phone } = typed
    if (!found) void act.run({ body: { login, name, unitId, deputyId, phone: phone.trim() || null } })
  }
  const problem = lacking ?? act.problem
  return (
    <WorkPage title={title.newAccount} lead={t.openLead} backTo="/admin/accounts" backLabel={title.accounts}>
      <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
        <Said problem={problem} />
        <FormField name="login" label={t.login} hint={t.loginHint} problem={problem}>
          {(control) => (
            <Input
              {...control}
              maxLength={32}
              autoComplete="off"
              autoCapitalize="none"
              value={login}
              onChange={({ target }) => setLogin(target.value)}
            />
          )}
        </FormField>
        <AccountFields typed={typed} onChange={setTyped} problem={problem} phoneHint={t.phoneHint} />
        <div className="action-bar">
          <Button type="primary" htmlType="submit" loading={act.isRunning}>
            {t.open}
          </Button>
        </div>
      </form>
    </WorkPage>
  )
}
