import { Button } from 'antd'
import type { ReactNode } from 'react'
import { CheckList, Panel, useWords } from '#workbench/kit.ts'
import { words } from '../words.ts'
import type { Form } from './form.ts'
import { draftOf } from './form.ts'
import { workbenchWords } from './words.ts'

type Given = { form: Form; label: string; isRunning: boolean; onChange: () => void; onSave: () => void }

/** 2/2: every answer with a way back to it, what a motion may not be about, and the button that has effect. */
export function Check({ form, label, isRunning, onChange, onSave }: Given) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const { title, grounds, plan, outline } = draftOf(form)
  const long = (text: string) => <Long text={text} summary={t.characters(text.length)} />
  const rows: [string, ReactNode][] = [
    [t.kindHead, form.kind ? w.kind[form.kind] : t.notChosen],
    [t.title, title || t.none],
    [t.grounds, long(grounds)],
    [t.plan, long(plan)],
    ...(outline === null ? [] : [[t.outline, long(outline)] as [string, ReactNode]]),
    [t.isPublic, form.isPublic ? t.publicYes : t.publicNo],
  ]
  return (
    <Panel title={t.checkTitle}>
      <CheckList rows={rows} change={t.change} onChange={onChange} />
      <p>{t.exclusion}</p>
      <Button type="primary" loading={isRunning} onClick={onSave} block>
        {label}
      </Button>
    </Panel>
  )
}

function Long({ text, summary }: { text: string; summary: string }) {
  return (
    <details>
      <summary>{summary}</summary>
      <p className="long-text">{text}</p>
    </details>
  )
}
