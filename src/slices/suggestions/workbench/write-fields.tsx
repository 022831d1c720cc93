import { Input } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { CategoryField, ChoiceField, FormField, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { DeputyPicker } from './deputy-picker.tsx'
import type { Form } from './form.ts'
import { most } from './form.ts'
import { RequestList } from './request-list.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { workbenchWords } from './words.ts'
import { Beginning } from '../advice/workbench/beginning.tsx'

type Given = { form: Form; detail: Detail | null; problem: Problem | null; onChange: (part: Partial<Form>) => void }

/** 1/2: the contents that 北京条例第九条 asks for, and what helps the office to hand it over. */
export function WriteFields({ form, detail, problem, onChange }: Given) {
  const t = useWords(workbenchWords)
  return (
    <>
      <Beginning id={detail?.id ?? 'new'} form={form} onChange={onChange} />
      <FormField
        name="title"
        label={t.title}
        hint={t.titleHint}
        problem={problem}
        length={{ now: form.title.trim().length, most: most.title }}
      >
        {(control) => <Input {...control} value={form.title} onChange={({ target }) => onChange({ title: target.value })} />}
      </FormField>
      <FormField name="matter" label={t.matter} problem={problem} length={{ now: form.matter.trim().length, most: most.matter }}>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={5}
            value={form.matter}
            onChange={({ target }) => onChange({ matter: target.value })}
          />
        )}
      </FormField>
      <RequestList requests={form.requests} problem={problem} onChange={(requests) => onChange({ requests })} />
      <CategoryField label={t.category} value={form.category} problem={problem} onChange={(category) => onChange({ category })} />
      <FormField name="proposedUnitId" label={t.proposedUnit} hint={t.proposedUnitHint} isOptional problem={problem}>
        {(control) => (
          <UnitPicker control={control} value={form.proposedUnitId} onChange={(proposedUnitId) => onChange({ proposedUnitId })} />
        )}
      </FormField>
      <ChoiceField
        name="isPublic"
        label={t.isPublic}
        choices={[
          { value: 'yes', label: t.publicYes },
          { value: 'no', label: t.publicNo },
        ]}
        value={form.isPublic === null ? null : form.isPublic ? 'yes' : 'no'}
        problem={problem}
        onChange={(choice) => onChange({ isPublic: choice === 'yes' })}
      />
      <ChoiceField
        name="isConfidential"
        label={t.isConfidential}
        choices={[
          { value: 'no', label: t.confidentialNo },
          { value: 'yes', label: t.confidentialYes },
        ]}
        value={form.isConfidential ? 'yes' : 'no'}
        onChange={(choice) => onChange({ isConfidential: choice === 'yes' })}
      />
      <p className="hint">{t.confidentialHint}</p>
      <Cosigning {...{ form, detail, problem, onChange }} />
    </>
  )
}

/** 联名代表（选填）: whom to ask beside those who are asked already. */
function Cosigning({ form, detail, problem, onChange }: Given) {
  const t = useWords(workbenchWords)
  const asked = detail?.cosigners.map(({ deputy }) => deputy) ?? []
  const without = detail ? [detail.deputy.id, ...asked.map(({ id }) => id)] : []
  const hint =
    asked.length > 0 ? `${t.cosignersAsked}：${asked.map(({ name }) => name).join('、')}。${t.cosignersHint}` : t.cosignersHint
  return (
    <FormField name="deputyIds" label={t.cosigners} hint={hint} isOptional problem={problem}>
      {(control) => (
        <DeputyPicker control={control} value={form.invited} without={without} onChange={(invited) => onChange({ invited })} />
      )}
    </FormField>
  )
}
