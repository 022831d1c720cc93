import { Button, Input } from 'antd'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Problem } from '#workbench/kit.ts'
import { Facts, Failed, FormField, Loading, Panel, useAction, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import { words as workbenchWords } from '#workbench/words.ts'
import type { Policy, Role } from '../contract.ts'
import { adminWords } from './admin-words.ts'
import { calls, topics } from './calls.ts'
import { missing } from './missing.ts'
import { pageWords } from './page-words.ts'
import './identity.css'

/** 密码与口令规定: the security administrator sets them, the system administrator reads them. */
export default function PolicyPage() {
  const t = useWords(adminWords)
  const title = useWords(pageWords).policy
  const maySet = usePerson().roles.includes('security_admin')
  const query = useQuery({ queryKey: [...topics, 'policy'], queryFn: () => calls.getPolicy() })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return (
    <WorkPage title={title} lead={maySet ? t.policyLead : `${t.policyLead}${t.policyReadOnly}`}>
      <Panel title={title}>{maySet ? <PolicyForm policy={query.data} /> : <PolicyFacts policy={query.data} />}</Panel>
    </WorkPage>
  )
}

function PolicyFacts({ policy }: { policy: Policy }) {
  const t = useWords(adminWords)
  const roleNames = useWords(workbenchWords).roles
  return (
    <Facts
      items={[
        { term: t.maxAge, value: t.days(policy.maxPasswordAgeDays) },
        { term: t.history, value: t.times(policy.passwordHistory) },
        { term: t.factorRoles, value: policy.secondFactorRoles.map((role) => roleNames[role]).join('、') || t.noFactorRoles },
      ]}
    />
  )
}

function PolicyForm({ policy }: { policy: Policy }) {
  const t = useWords(adminWords)
  const [days, setDays] = useState(String(policy.maxPasswordAgeDays))
  const [history, setHistory] = useState(String(policy.passwordHistory))
  const [roles, setRoles] = useState<readonly Role[]>(policy.secondFactorRoles)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.setPolicy, { topics, done: t.policySaved, isShown: true })
  const send = () => {
    const found = missing([
      !isWhole(days) && { path: 'maxPasswordAgeDays', message: t.number },
      !isWhole(history) && { path: 'passwordHistory', message: t.number },
    ])
    setLacking(found)
    const body = { maxPasswordAgeDays: Number(days), passwordHistory: Number(history), secondFactorRoles: [...roles] }
    if (!found) void act.run({ body })
  }
  const problem = lacking ?? act.problem
  const number = (name: string, label: string, hint: string, value: string, set: (value: string) => void) => (
    <FormField name={name} label={label} hint={hint} problem={problem}>
      {(control) => (
        <Input
          {...control}
          className="code-input"
          inputMode="numeric"
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </FormField>
  )
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <Said problem={problem} />
      {number('maxPasswordAgeDays', t.maxAge, t.maxAgeHint, days, setDays)}
      {number('passwordHistory', t.history, t.historyHint, history, setHistory)}
      <RoleChoices chosen={roles} onChange={setRoles} />
      <div className="action-bar">
        <Button type="primary" htmlType="submit" loading={act.isRunning}>
          {t.save}
        </Button>
      </div>
    </form>
  )
}

function RoleChoices({ chosen, onChange }: { chosen: readonly Role[]; onChange: (roles: readonly Role[]) => void }) {
  const t = useWords(adminWords)
  const roleNames = useWords(workbenchWords).roles
  const toggle = (role: Role, isOn: boolean) => onChange(isOn ? [...chosen, role] : chosen.filter((one) => one !== role))
  return (
    <fieldset className="check-grid" aria-describedby="factor-roles-hint">
      <legend>{t.factorRoles}</legend>
      <p className="hint" id="factor-roles-hint">
        {t.factorRolesHint}
      </p>
      {(Object.entries(roleNames) as [Role, string][]).map(([role, name]) => (
        <label className="check-line" key={role}>
          <input type="checkbox" checked={chosen.includes(role)} onChange={({ target }) => toggle(role, target.checked)} />
          {name}
        </label>
      ))}
    </fieldset>
  )
}

function isWhole(text: string): boolean {
  return /^\d{1,4}$/.test(text.trim())
}
