import { App, Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormField, Panel, useAction, useWords } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import { words as workbenchWords } from '#workbench/words.ts'
import type { Account, Role } from '../contract.ts'
import { adminWords } from './admin-words.ts'
import { calls, topics } from './calls.ts'
import { missing } from './missing.ts'

/** 角色: what the account holds; the security administrator grants and revokes, and is told the rule of three administrators. */
export function RolePanel({ it }: { it: Account }) {
  const t = useWords(adminWords)
  const roleNames = useWords(workbenchWords).roles
  const { modal } = App.useApp()
  const revoke = useAction(calls.revokeRole, { topics })
  const mayRevoke = it.allowed.includes('revoke')
  const ask = (role: Role) =>
    modal.confirm({
      title: t.revokeName(roleNames[role]),
      content: t.revokeEffect(roleNames[role]),
      okText: t.revoke,
      okButtonProps: { danger: true },
      cancelText: t.notNow,
      onOk: () => revoke.run({ params: { id: it.id }, body: { role } }),
    })
  return (
    <Panel title={t.rolesTitle}>
      {it.roles.length === 0 ? (
        <p>{t.noRole}</p>
      ) : (
        <ul className="rows">
          {it.roles.map((role) => (
            <li key={role}>
              <div>{roleNames[role]}</div>
              {mayRevoke && (
                <Button aria-label={t.revokeName(roleNames[role])} onClick={() => ask(role)}>
                  {t.revoke}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {it.allowed.includes('grant') ? (
        <>
          <p className="hint">{t.rolesRule}</p>
          <Grant it={it} />
        </>
      ) : (
        <p className="hint">{t.rolesElsewhere}</p>
      )}
    </Panel>
  )
}

function Grant({ it }: { it: Account }) {
  const t = useWords(adminWords)
  const roleNames = useWords(workbenchWords).roles
  const [role, setRole] = useState<Role | ''>('')
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.grantRole, {
    topics,
    isShown: true,
    onDone: () => setRole(''),
    done: role ? t.granted(roleNames[role]) : t.saved,
  })
  const send = () => {
    setLacking(missing([role === '' && { path: 'role', message: t.roleMissing }]))
    if (role !== '') void act.run({ params: { id: it.id }, body: { role } })
  }
  const problem = lacking ?? act.problem
  const choices = (Object.keys(roleNames) as Role[]).filter((one) => !it.roles.includes(one))
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <Said problem={problem} />
      <FormField name="role" label={t.grantLabel} problem={problem}>
        {(control) => (
          <select
            id={control.id}
            aria-describedby={control['aria-describedby']}
            aria-invalid={control['aria-invalid']}
            className="native-select"
            value={role}
            onChange={({ target }) => setRole(target.value as Role | '')}
          >
            <option value="">{t.chooseRole}</option>
            {choices.map((one) => (
              <option key={one} value={one}>
                {roleNames[one]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <div className="action-bar">
        <Button type="primary" htmlType="submit" loading={act.isRunning}>
          {t.grant}
        </Button>
      </div>
    </form>
  )
}
