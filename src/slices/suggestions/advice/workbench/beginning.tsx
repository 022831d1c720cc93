import { Button, Input } from 'antd'
import { useState } from 'react'
import { ChoiceField, FormField, choicesOf, useDraft, useWords } from '#workbench/kit.ts'
import type { Split } from '../rules/split-paste.ts'
import { SplitPreview } from './split-preview.tsx'
import { isWritten, taken, type Fields, type Way } from './taken.ts'
import { WordFile } from './word-file.tsx'
import { writingWords } from './words.ts'
import './writing.css'

type Written = { title: string; matter: string; requests: string[] }
/** The whole text, and what stood in the form before it was taken: neither is lost with the tab. */
type Kept = { from: keyof typeof writingWords.zh.begin; source: string; before: Written | null }
const nothing: Kept = { from: 'blank', source: '', before: null }

/** 从哪开始: an empty form, a Word file or a pasted text. A whole text is shown split before it is taken, and can be taken back. */
export function Beginning({ id, form, onChange }: { id: string; form: Fields; onChange: (fields: Written) => void }) {
  const t = useWords(writingWords)
  const draft = useDraft<Kept>(`suggestion-source:${id}`, nothing)
  const { from, source, before } = { ...nothing, ...draft.value }
  const [outcome, setOutcome] = useState('')
  const say = (what: Partial<Kept>, outcomeNow: string) => {
    draft.setValue({ from, source, before, ...what })
    setOutcome(outcomeNow)
  }
  const take = (split: Split, way: Way, keepsLeftOut: boolean) => {
    const { title, matter, requests } = form
    onChange(taken(form, split, { way, keepsLeftOut }))
    say(
      { from: 'blank', before: isWritten(form) ? { title, matter, requests: [...requests] } : null },
      t.taken(split.requests.length),
    )
  }
  const bringBack = (written: Written) => {
    onChange(written)
    say({ from: 'paste', before: null }, t.undone)
  }
  return (
    <div className="beginning">
      <ChoiceField
        name="from"
        label={t.from}
        choices={choicesOf(t.begin)}
        value={from}
        onChange={(next) => say({ from: next }, '')}
      />
      {from === 'word' && <WordFile onRead={(text, name) => say({ from: 'paste', source: text }, t.wordRead(name))} />}
      <p role="status">{outcome}</p>
      {from === 'paste' && (
        <>
          <FormField name="paste" label={t.pasteLabel} hint={t.pasteHint}>
            {(control) => (
              <Input.TextArea {...control} rows={6} value={source} onChange={({ target }) => say({ source: target.value }, '')} />
            )}
          </FormField>
          {source.trim() !== '' && <SplitPreview source={source} isFilled={isWritten(form)} onTake={take} />}
        </>
      )}
      {from === 'blank' && before && (
        <div className="action-bar">
          <Button onClick={() => bringBack(before)}>{t.undo}</Button>
        </div>
      )}
    </div>
  )
}
