import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { FormField, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { isMain } from '../../rules/main-motion.ts'
import { calls, topics, useCommittees } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { useName } from '../status.tsx'

type Given = { value: string | null; problem: Problem | null; onChange: (id: string | null) => void }

/** A special committee in being. */
export function CommitteePicker({ value, problem, onChange }: Given) {
  const t = useWords(caseWords)
  const options = useCommittees().map(({ id, name }) => ({ value: id, label: name }))
  return <Picker name="committeeId" label={t.committee} options={options} {...{ value, problem, onChange }} />
}

const MOST = 100

/** Another motion that is received and not ended; newest first. */
export function MainPicker({ it, value, problem, onChange }: Given & { it: Detail }) {
  const t = useWords(caseWords)
  const name = useName()
  const query = useQuery({ queryKey: [...topics, 'main'], queryFn: () => calls.listMotions({ query: { limit: MOST } }) })
  const options = (query.data?.items ?? [])
    .filter(({ id, status }) => id !== it.id && isMain(status))
    .map((one) => ({ value: one.id, label: name(one) }))
  return <Picker name="mainId" label={t.mainLabel} none={t.mainNone} options={options} {...{ value, problem, onChange }} />
}

type Options = { name: string; label: string; none?: string; options: { value: string; label: string }[] }

function Picker({ name, label, none, options, value, problem, onChange }: Given & Options) {
  return (
    <FormField name={name} label={label} problem={problem}>
      {(control) => (
        <Select<string>
          {...control}
          className="motion-picker"
          value={value}
          allowClear
          notFoundContent={none}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          onChange={(id: string | undefined) => onChange(id ?? null)}
        />
      )}
    </FormField>
  )
}
