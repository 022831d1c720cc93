import { Button, Input } from 'antd'
import { useState } from 'react'
import { FormErrors, FormField, Problem, useWords } from '#workbench/kit.ts'
import type { WebhookEdit } from '../contract.ts'
import { webhookWords } from './webhook-words.ts'

/** Address, events and whether it is in use: the same questions for a new webhook and for one that is edited. */
export function WebhookForm({
  initial,
  problem: refused,
  isRunning,
  label,
  hasSwitch,
  onSend,
}: {
  initial: WebhookEdit
  problem: Problem | null
  isRunning: boolean
  label: string
  hasSwitch: boolean
  onSend: (input: WebhookEdit) => void
}) {
  const t = useWords(webhookWords)
  const [url, setUrl] = useState(initial.url)
  const [events, setEvents] = useState(initial.events.join('\n'))
  const [isEnabled, setEnabled] = useState(initial.isEnabled)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const send = () => {
    const list = events.split(/[\s,，、]+/).filter(Boolean)
    const fields = [
      ...(url.trim() === '' ? [{ path: 'url', message: t.urlMissing }] : []),
      ...(list.length === 0 ? [{ path: 'events', message: t.eventsMissing }] : []),
    ]
    const [first] = fields
    setLacking(first ? new Problem({ status: 422, code: 'incomplete', detail: first.message, fields }) : null)
    if (!first) onSend({ url: url.trim(), events: list, isEnabled })
  }
  const problem = lacking ?? refused
  const eventsProblem = problem && namedEvents(problem)
  return (
    <form className="webhook-form" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      <FormErrors problem={eventsProblem} />
      <FormField name="url" label={t.url} hint={t.urlHint} problem={eventsProblem}>
        {(control) => <Input {...control} type="url" value={url} onChange={({ target }) => setUrl(target.value)} />}
      </FormField>
      <FormField name="events" label={t.events} hint={t.eventsHint} problem={eventsProblem}>
        {(control) => <Input.TextArea {...control} rows={4} value={events} onChange={({ target }) => setEvents(target.value)} />}
      </FormField>
      {hasSwitch && (
        <label className="mail-line">
          <input type="checkbox" checked={isEnabled} onChange={({ target }) => setEnabled(target.checked)} />
          {t.isEnabled}
        </label>
      )}
      <div className="action-bar">
        <Button type="primary" htmlType="submit" loading={isRunning}>
          {label}
        </Button>
      </div>
    </form>
  )
}

/** A refusal of the third line says `events.2`; the form has one field for all lines. */
function namedEvents(problem: Problem): Problem {
  const { status, code, message: detail } = problem
  const fields = problem.fields.map((it) => (it.path.startsWith('events') ? { ...it, path: 'events' } : it))
  return new Problem({ status, code, detail, fields })
}
