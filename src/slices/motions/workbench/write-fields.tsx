import { Input } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormField, choicesOf, useWords } from '#workbench/kit.ts'
import { words } from '../words.ts'
import type { Form } from './form.ts'
import { most } from './form.ts'
import { workbenchWords } from './words.ts'

type Given = { form: Form; problem: Problem | null; onChange: (part: Partial<Form>) => void }
type LongName = 'grounds' | 'plan' | 'outline'

/** 1/2: 案由, 案据, 方案 (代表法 art 15), and the draft that a legislative motion carries. */
export function WriteFields({ form, problem, onChange }: Given) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  return (
    <>
      <ChoiceField
        name="kind"
        label={t.kindHead}
        choices={choicesOf(w.kind)}
        value={form.kind}
        problem={problem}
        onChange={(kind) => onChange({ kind })}
      />
      <FormField
        name="title"
        label={t.title}
        hint={t.titleHint}
        problem={problem}
        length={{ now: form.title.trim().length, most: most.title }}
      >
        {(control) => <Input {...control} value={form.title} onChange={({ target }) => onChange({ title: target.value })} />}
      </FormField>
      <Long name="grounds" hint={t.groundsHint} {...{ form, problem, onChange }} />
      <Long name="plan" hint={t.planHint} {...{ form, problem, onChange }} />
      {form.kind === 'legislation' && <Long name="outline" hint={t.outlineHint} {...{ form, problem, onChange }} />}
      <ChoiceField
        name="isPublic"
        label={t.isPublic}
        choices={[
          { value: 'yes', label: t.publicYes },
          { value: 'no', label: t.publicNo },
        ]}
        value={form.isPublic ? 'yes' : 'no'}
        onChange={(choice) => onChange({ isPublic: choice === 'yes' })}
      />
    </>
  )
}

function Long({ name, hint, form, problem, onChange }: Given & { name: LongName; hint: string }) {
  const t = useWords(workbenchWords)
  const value = form[name]
  return (
    <FormField name={name} label={t[name]} hint={hint} problem={problem} length={{ now: value.trim().length, most: most[name] }}>
      {(control) => (
        <Input.TextArea {...control} rows={5} value={value} onChange={({ target }) => onChange({ [name]: target.value })} />
      )}
    </FormField>
  )
}
