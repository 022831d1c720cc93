import { App, Button, Input } from 'antd'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { beijingMoment } from '#lib/pure/moment.ts'
import type { Problem } from '#workbench/kit.ts'
import { Facts, Failed, FormField, Loading, Panel, StatusTag, useAction, useWords, WorkPage } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import { words as workbenchWords } from '#workbench/words.ts'
import type { Me } from '../contract.ts'
import { deviceOf } from '../rules/device.ts'
import { accountWords } from './account-words.ts'
import { calls, mine, useSession } from './calls.ts'
import { FactorEnrol } from './factor-enrol.tsx'
import { missing } from './missing.ts'
import { pageWords } from './page-words.ts'
import { PasswordForm } from './password-form.tsx'
import './identity.css'

/** 我的账号: who I am, how I sign in, where I am signed in; `children` are what other modules keep for a person. */
export function AccountPage({ children }: { children?: ReactNode }) {
  const t = useWords(accountWords)
  const title = useWords(pageWords).account
  const session = useSession()
  if (session.isPending) return <Loading />
  if (session.isError) return <Failed error={session.error} onRetry={() => void session.refetch()} />
  const { me } = session.data
  return (
    <WorkPage title={title} lead={t.lead}>
      {me && <Identity me={me} />}
      <Panel title={t.password}>
        <OwnPassword />
      </Panel>
      {me && <Factor hasFactor={me.hasSecondFactor} />}
      <Devices />
      {children}
    </WorkPage>
  )
}

function Identity({ me }: { me: Me }) {
  const t = useWords(accountWords)
  const roleNames = useWords(workbenchWords).roles
  const { name, login, roles, unit, passwordChangedAt } = me
  return (
    <Panel title={t.identity}>
      <Facts
        items={[
          { term: t.name, value: name },
          { term: t.login, value: login },
          { term: t.roles, value: roles.map((role) => roleNames[role]).join('、') || t.noRoles },
          { term: t.unit, value: unit?.name },
          { term: t.passwordChangedAt, value: passwordChangedAt && beijingMoment(passwordChangedAt) },
        ]}
      />
      <p className="hint">{t.whoChanges}</p>
    </Panel>
  )
}

/** The form stays behind a button: it is needed a few times a year. */
function OwnPassword() {
  const t = useWords(accountWords)
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <div className="action-bar">
        <Button onClick={() => setOpen(true)}>{t.change}</Button>
      </div>
    )
  }
  const done = () => {
    setOpen(false)
    void message.success(t.changed)
  }
  return <PasswordForm onDone={done} />
}

function Factor({ hasFactor }: { hasFactor: boolean }) {
  const t = useWords(accountWords)
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  const done = (sentence: string) => {
    close()
    void queries.invalidateQueries({ queryKey: mine })
    void message.success(sentence)
  }
  return (
    <Panel title={t.factor}>
      <p>
        {hasFactor && <StatusTag kind="done" word={t.bound} />} {hasFactor ? t.factorOn : t.factorOff}
      </p>
      {!isOpen && (
        <div className="action-bar">
          <Button type={hasFactor ? 'default' : 'primary'} onClick={() => setOpen(true)}>
            {hasFactor ? t.remove : t.bind}
          </Button>
        </div>
      )}
      {isOpen && hasFactor && <FactorRemoval onDone={() => done(t.removed)} onCancel={close} />}
      {isOpen && !hasFactor && <FactorEnrol onDone={() => done(t.bound)} onCancel={close} />}
    </Panel>
  )
}

function FactorRemoval({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useWords(accountWords)
  const [typed, setTyped] = useState({ password: '', code: '' })
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.removeSecondFactor, { topics: [], onDone, isShown: true })
  const send = () => {
    const found = missing([
      typed.password === '' && { path: 'password', message: t.currentMissing },
      typed.code.trim().length < 6 && { path: 'code', message: t.codeMissing },
    ])
    setLacking(found)
    if (!found) void act.run({ body: typed })
  }
  const problem = lacking ?? act.problem
  const field = (name: keyof typeof typed, label: string) => (
    <FormField name={name} label={label} problem={problem}>
      {(control) => (
        <Input
          {...control}
          type={name === 'password' ? 'password' : 'text'}
          autoComplete={name === 'password' ? 'current-password' : 'one-time-code'}
          value={typed[name]}
          onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
        />
      )}
    </FormField>
  )
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <p>{t.removeEffect}</p>
      <Said problem={problem} />
      {field('password', t.current)}
      {field('code', t.code)}
      <div className="action-bar">
        <Button danger htmlType="submit" loading={act.isRunning}>
          {t.remove}
        </Button>
        <Button onClick={onCancel}>{t.notNow}</Button>
      </div>
    </form>
  )
}

function Devices() {
  const t = useWords(accountWords)
  const list = useQuery({ queryKey: [...mine, 'devices'], queryFn: () => calls.listSessions() })
  const end = useAction(calls.endSession, { topics: mine, done: t.ended })
  const endOthers = useAction(calls.endOtherSessions, { topics: mine, done: t.endedOthers })
  if (list.isError) return <Failed error={list.error} onRetry={() => void list.refetch()} />
  const items = (list.data?.items ?? []).toSorted((a, b) => Number(b.isCurrent) - Number(a.isCurrent))
  const nameOf = (client: string) => {
    const { browser, system } = deviceOf(client)
    return [browser, system].filter(Boolean).join(' · ') || t.unknownDevice
  }
  return (
    <Panel title={t.devices}>
      <ul className="rows">
        {items.map(({ id, client, createdAt, seenAt, isCurrent }) => (
          <li key={id}>
            <div>
              <b>{nameOf(client)}</b> {isCurrent && <StatusTag kind="normal" word={t.thisDevice} />}
              <p className="hint facts-line">
                <span>{t.since(beijingMoment(createdAt))}</span> <span>{t.seen(beijingMoment(seenAt))}</span>
              </p>
            </div>
            {!isCurrent && (
              <Button
                aria-label={t.endName(nameOf(client))}
                loading={end.isRunning}
                onClick={() => void end.run({ params: { id } })}
              >
                {t.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">
        {items.length === 1 && t.onlyThis} {t.idle}
      </p>
      {items.length > 1 && (
        <div className="action-bar">
          <Button loading={endOthers.isRunning} onClick={() => void endOthers.run(undefined)}>
            {t.endOthers}
          </Button>
        </div>
      )}
    </Panel>
  )
}
