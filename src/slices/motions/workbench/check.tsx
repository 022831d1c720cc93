import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Panel, useWords } from '#workbench/kit.ts'
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
    <div className="motion-check">
      <Panel title={t.checkTitle}>
        <dl className="motion-answers">
          {rows.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
              <dd>
                <button type="button" className="plain-button" onClick={onChange}>
                  {t.change}
                  <span className="hidden">{term}</span>
                </button>
              </dd>
            </div>
          ))}
        </dl>
        <p>{t.exclusion}</p>
        <Button type="primary" loading={isRunning} onClick={onSave} block>
          {label}
        </Button>
      </Panel>
    </div>
  )
}

function Long({ text, summary }: { text: string; summary: string }) {
  return (
    <details>
      <summary>{summary}</summary>
      <p className="motion-text">{text}</p>
    </details>
  )
}
