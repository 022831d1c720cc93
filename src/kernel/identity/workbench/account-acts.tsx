import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { CallOptions, Problem } from '#workbench/kit.ts'
import { ActionBar, FormField, Panel, useAction, useWords } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import type { Account } from '../contract.ts'
import { adminWords } from './admin-words.ts'
import { calls, topics } from './calls.ts'
import { missing } from './missing.ts'

type Reasoned = keyof typeof adminWords.zh.acts
type Secret = { label: string; value: string; note: string }
type Request = { params: { id: string }; body: { reason: string } }

const names = ['resetPassword', 'disable', 'enable', 'resetSecondFactor', 'revealPhone'] as const satisfies readonly Reasoned[]

/** Acts on somebody else's account, each with a reason for the audit log; what is shown once stands above them. */
export function AccountActs({ it }: { it: Account }) {
  const t = useWords(adminWords)
  const [open, setOpen] = useState<Reasoned | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const allowed = names.filter((name) => it.allowed.includes(name))
  if (allowed.length === 0 && !secret) return null
  const isOpen = open !== null && allowed.some((name) => name === open)
  return (
    <Panel title={open && isOpen ? t.acts[open] : t.reasonedTitle}>
      {secret && <Once {...secret} onHide={() => setSecret(null)} />}
      {open && isOpen ? (
        <ReasonForm key={open} it={it} act={open} onDone={setSecret} onClose={() => setOpen(null)} />
      ) : (
        <ActionBar
          allowed={allowed}
          actions={names.map((name) => ({ name, label: t.acts[name], run: () => (setSecret(null), setOpen(name)) }))}
        />
      )}
    </Panel>
  )
}

type FormGiven = { it: Account; act: Reasoned; onDone: (secret: Secret | null) => void; onClose: () => void }

function ReasonForm({ it, act: name, onDone, onClose }: FormGiven) {
  const t = useWords(adminWords)
  const [reason, setReason] = useState('')
  const [lacking, setLacking] = useState<Problem | null>(null)
  const done = name === 'resetPassword' || name === 'revealPhone' ? undefined : t.done[name]
  const act = useAction((request: Request, options?: CallOptions) => run(name, request, options), {
    topics,
    isShown: true,
    ...(done && { done }),
    onDone: (value) => {
      const [label, note] =
        name === 'resetPassword'
          ? [t.newPassword(it.name), t.onlyOnce.resetPassword]
          : [t.fullPhone(it.name), t.onlyOnce.revealPhone]
      onDone(value === null ? null : { label, value, note })
      onClose()
    },
  })
  const send = () => {
    const found = missing([reason.trim().length < 2 && { path: 'reason', message: t.reasonMissing }])
    setLacking(found)
    if (!found) void act.run({ params: { id: it.id }, body: { reason: reason.trim() } })
  }
  const problem = lacking ?? act.problem
  return (
    <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <p>{t.effects[name]}</p>
      <Said problem={problem} />
      <FormField
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        problem={problem}
        length={{ now: reason.trim().length, most: 200 }}
      >
        {(control) => <Input {...control} autoFocus value={reason} onChange={({ target }) => setReason(target.value)} />}
      </FormField>
      <div className="action-bar">
        <Button type="primary" danger={name === 'disable'} htmlType="submit" loading={act.isRunning}>
          {t.acts[name]}
        </Button>
        <Button onClick={onClose}>{t.notNow}</Button>
      </div>
    </form>
  )
}

/** Runs one act; answers what is shown once, or null. */
async function run(name: Reasoned, request: Request, options?: CallOptions): Promise<string | null> {
  if (name === 'resetPassword') return (await calls.resetPassword(request, options)).password
  if (name === 'revealPhone') return (await calls.revealPhone(request, options)).phone
  const call = { disable: calls.disableAccount, enable: calls.enableAccount, resetSecondFactor: calls.resetSecondFactor }[name]
  await call(request, options)
  return null
}

function Once({ label, value, note, onHide }: Secret & { onHide: () => void }) {
  const t = useWords(adminWords)
  const { message } = App.useApp()
  const copy = () => navigator.clipboard.writeText(value).then(() => void message.success(t.copied))
  return (
    <div className="once" role="status">
      <b>{label}</b>
      <code>{value}</code>
      <p className="hint">{note}</p>
      <div className="action-bar">
        {window.isSecureContext && <Button onClick={() => void copy()}>{t.copy}</Button>}
        <Button onClick={onHide}>{t.hide}</Button>
      </div>
    </div>
  )
}
