import { Button, Input } from 'antd'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Failed, FormErrors, FormField, Panel, Problem, useAction, useWords } from '#workbench/kit.ts'
import type { Preferences } from '../contract.ts'
import { calls } from './calls.ts'
import { noticeWords } from './notice-words.ts'
import './notices.css'

const KEY = 'notice-preferences'

/** 提醒设置, for the page of the own account: one mail a day or none, and why it comes. */
export function PreferencesPanel() {
  const t = useWords(noticeWords)
  const query = useQuery({ queryKey: [KEY], queryFn: () => calls.getNoticePreferences() })
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return (
    <Panel title={t.settings}>
      {query.data && <PreferencesForm key={`${query.data.isDigestMailed} ${query.data.mail}`} saved={query.data} />}
    </Panel>
  )
}

function PreferencesForm({ saved }: { saved: Preferences }) {
  const t = useWords(noticeWords)
  const [isDigestMailed, setMailed] = useState(saved.isDigestMailed)
  const [mail, setMail] = useState('')
  const [removes, setRemoves] = useState(false)
  const [lacking, setLacking] = useState<Problem | null>(null)
  const act = useAction(calls.setNoticePreferences, { topics: [KEY], done: t.saved })
  const hasMail = removes ? false : mail.trim() !== '' || saved.mail !== null
  const send = () => {
    const isLacking = isDigestMailed && !hasMail
    const found = { path: 'mail', message: t.mailMissing }
    setLacking(isLacking ? new Problem({ status: 422, code: 'incomplete', detail: found.message, fields: [found] }) : null)
    if (isLacking) return
    const given = removes ? { mail: null } : mail.trim() !== '' && { mail: mail.trim() }
    void act.run({ body: { isDigestMailed, ...given } })
  }
  const problem = lacking ?? act.problem
  return (
    <form className="preferences" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
      {!saved.canMail && <p>{t.cannotMail}</p>}
      <FormErrors problem={problem} />
      <label className="mail-line">
        <input type="checkbox" checked={isDigestMailed} onChange={({ target }) => setMailed(target.checked)} />
        <span>
          {t.digest}
          <span className="hint">{t.digestWhy}</span>
        </span>
      </label>
      <FormField name="mail" label={t.mail} hint={saved.mail ? t.mailKeep(saved.mail) : t.mailHint} problem={problem} isOptional>
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="email"
            disabled={removes}
            value={mail}
            onChange={({ target }) => setMail(target.value)}
          />
        )}
      </FormField>
      {saved.mail && (
        <label className="mail-line">
          <input type="checkbox" checked={removes} onChange={({ target }) => setRemoves(target.checked)} />
          {t.removeMail}
        </label>
      )}
      <div className="action-bar">
        <Button htmlType="submit" loading={act.isRunning}>
          {t.save}
        </Button>
      </div>
    </form>
  )
}
