import { Button, Input } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormField, useAction, useWords } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import type { Confirmation, Enrolment, Me } from '../contract.ts'
import { accountWords } from './account-words.ts'
import { calls } from './calls.ts'
import { missing } from './missing.ts'

/** 绑定动态口令: password, drawing and first code, rescue codes. `onDone` is called once the codes are kept. */
export function FactorEnrol({
  known,
  onDone,
  onCancel,
}: {
  known?: string | undefined
  onDone: (me: Me) => void
  onCancel?: () => void
}) {
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const [confirmed, setConfirmed] = useState<Confirmation | null>(null)
  if (confirmed) return <RescueCodes codes={confirmed.rescueCodes} onKept={() => onDone(confirmed.me)} />
  if (enrolment) return <FirstCode enrolment={enrolment} onDone={setConfirmed} onCancel={onCancel} />
  return <ProveSelf known={known} onDone={setEnrolment} onCancel={onCancel} />
}

type Step<T> = { onDone: (answer: T) => void; onCancel: (() => void) | undefined }

function ProveSelf({ known, onDone, onCancel }: Step<Enrolment> & { known: string | undefined }) {
  const t = useWords(accountWords)
  const [typed, setTyped] = useState('')
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.enrolSecondFactor, { topics: [], onDone, isShown: true })
  const password = known ?? typed
  const send = () => {
    const found = missing([password === '' && { path: 'password', message: t.currentMissing }])
    setLacking(found)
    if (!found) void act.run({ body: { password } })
  }
  const problem = lacking ?? act.problem
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <Said problem={problem} />
      {known === undefined && (
        <FormField name="password" label={t.current} hint={t.bindStart} problem={problem}>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="current-password"
              autoFocus={onCancel !== undefined}
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </FormField>
      )}
      <Buttons label={t.bind} isRunning={act.isRunning} onCancel={onCancel} />
    </form>
  )
}

function FirstCode({ enrolment, onDone, onCancel }: Step<Confirmation> & { enrolment: Enrolment }) {
  const t = useWords(accountWords)
  const [code, setCode] = useState('')
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.confirmSecondFactor, { topics: [], onDone, isShown: true })
  const send = () => {
    const found = missing([code.trim().length < 6 && { path: 'code', message: t.codeMissing }])
    setLacking(found)
    if (!found) void act.run({ body: { code } })
  }
  const problem = lacking ?? act.problem
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <p>{t.scan}</p>
      <img className="qr" alt={t.qr} src={`data:image/svg+xml;utf8,${encodeURIComponent(enrolment.qrSvg)}`} />
      <p>
        {t.secret} <code className="secret">{inFours(enrolment.secret)}</code>
      </p>
      <Said problem={problem} />
      <FormField name="code" label={t.firstCode} hint={t.firstCodeHint} problem={problem}>
        {(control) => (
          <Input
            {...control}
            className="code-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </FormField>
      <Buttons label={t.confirm} isRunning={act.isRunning} onCancel={onCancel} />
    </form>
  )
}

function Buttons({ label, isRunning, onCancel }: { label: string; isRunning: boolean; onCancel: (() => void) | undefined }) {
  const t = useWords(accountWords)
  return (
    <div className="action-bar">
      <Button type="primary" htmlType="submit" loading={isRunning}>
        {label}
      </Button>
      {onCancel && <Button onClick={onCancel}>{t.notNow}</Button>}
    </div>
  )
}

/** Shown once; on paper nothing but these codes. */
function RescueCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useWords(accountWords)
  return (
    <div className="stack rescue">
      <p className="rescue-title" tabIndex={-1} ref={(title) => title?.focus()}>
        {t.rescueTitle}
      </p>
      <p>{t.rescueLead}</p>
      <ol className="rescue-codes" aria-label={t.rescueList}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="action-bar">
        <Button type="primary" onClick={() => window.print()}>
          {t.print}
        </Button>
        <Button onClick={onKept}>{t.rescueKept}</Button>
      </div>
    </div>
  )
}

function inFours(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? secret
}
