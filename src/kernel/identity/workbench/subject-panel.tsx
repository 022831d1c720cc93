import { Button, Input } from 'antd'
import { useState } from 'react'
import { FormField, Panel, useAction, useWords } from '#workbench/kit.ts'
import { Said } from '#workbench/said.tsx'
import type { Account } from '../contract.ts'
import { adminWords } from './admin-words.ts'
import { calls, topics } from './calls.ts'

/** The person's name at the identity provider; empty unbinds. */
export function SubjectPanel({ it }: { it: Account }) {
  const t = useWords(adminWords)
  const [subject, setSubject] = useState(it.externalSubject ?? '')
  const act = useAction(calls.bindSubject, { topics, done: t.boundDone, isShown: true })
  const send = () => void act.run({ params: { id: it.id }, body: { subject: subject.trim() || null } })
  return (
    <Panel title={t.bindTitle}>
      <p>{t.bindLead}</p>
      <form className="stack" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
        <Said problem={act.problem} />
        <FormField name="subject" label={t.bindSubject} hint={t.bindHint} problem={act.problem} isOptional>
          {(control) => (
            <Input
              {...control}
              maxLength={255}
              autoComplete="off"
              value={subject}
              onChange={({ target }) => setSubject(target.value)}
            />
          )}
        </FormField>
        <div className="action-bar">
          <Button htmlType="submit" loading={act.isRunning} disabled={subject.trim() === (it.externalSubject ?? '')}>
            {t.bind}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
