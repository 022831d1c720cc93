import { Radio } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { controlId } from '#workbench/kit.ts'

export type Choice<V extends string> = { value: V; label: string }

/** One question with a few answers, all in sight; nothing is chosen until a person chooses. */
export function Choices<V extends string>({
  name,
  label,
  choices,
  value,
  problem,
  onChange,
}: {
  name: string
  label: string
  choices: readonly Choice<V>[]
  value: V | null
  problem?: Problem | null
  onChange: (value: V) => void
}) {
  const error = problem?.fieldError(name)
  const id = controlId(name)
  return (
    <fieldset className={error ? 'motion-question form-field has-error' : 'motion-question form-field'}>
      <legend>{label}</legend>
      {error && <p className="field-error">{error}</p>}
      <Radio.Group
        className="motion-choices"
        name={name}
        value={value}
        // The list of errors above a form leads to the first answer.
        options={choices.map((choice, at) => (at === 0 ? { ...choice, id } : choice))}
        onChange={({ target }) => onChange(target.value as V)}
      />
    </fieldset>
  )
}

/** The entries of a dictionary as choices, in its order. */
export function choicesOf<V extends string>(labels: Readonly<Record<V, string>>): Choice<V>[] {
  return (Object.keys(labels) as V[]).map((value) => ({ value, label: labels[value] }))
}
