import { Radio } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { FormField } from '#workbench/kit.ts'

export type Choice<V extends string> = { value: V; label: string }

/** One question with a few answers, all in sight; nothing is chosen until a person chooses. */
export function Choices<V extends string>({
  name,
  label,
  hint,
  choices,
  value,
  problem,
  onChange,
}: {
  name: string
  label: string
  hint?: string
  choices: readonly Choice<V>[]
  value: V | null
  problem?: Problem | null
  onChange: (value: V) => void
}) {
  return (
    <FormField name={name} label={label} problem={problem ?? null} {...(hint && { hint })}>
      {({ id }) => (
        <Radio.Group
          id={id}
          className="motion-choices"
          value={value}
          options={[...choices]}
          aria-label={label}
          onChange={({ target }) => onChange(target.value as V)}
        />
      )}
    </FormField>
  )
}

/** The entries of a dictionary as choices, in its order. */
export function choicesOf<V extends string>(labels: Readonly<Record<V, string>>): Choice<V>[] {
  return (Object.keys(labels) as V[]).map((value) => ({ value, label: labels[value] }))
}
