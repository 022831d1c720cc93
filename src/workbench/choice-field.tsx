import { controlId } from './form-field.tsx'
import type { Problem } from './problem.ts'
import './choice-field.css'

export type Choice<V extends string> = { value: V; label: string }

/** One question with a few answers, all in sight; nothing is chosen until a person chooses. */
export function ChoiceField<V extends string>({
  name,
  label,
  choices,
  value,
  onChange,
  problem,
}: {
  name: string
  label: string
  choices: readonly Choice<V>[]
  value: V | null
  onChange: (value: V) => void
  problem?: Problem | null
}) {
  const error = problem?.fieldError(name)
  const id = controlId(name)
  return (
    <fieldset className={error ? 'choice-field form-field has-error' : 'choice-field form-field'}>
      <legend>{label}</legend>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="choices">
        {choices.map((choice, at) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              id={at === 0 ? id : `${id}-${choice.value}`}
              value={choice.value}
              checked={choice.value === value}
              aria-describedby={error ? `${id}-error` : undefined}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The entries of a dictionary as choices, in its order. */
export function choicesOf<V extends string>(labels: Readonly<Record<V, string>>): Choice<V>[] {
  return (Object.keys(labels) as V[]).map((value) => ({ value, label: labels[value] }))
}
