import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import type { Problem } from './problem.ts'
import { words } from './words.ts'

/** Attributes for the control of a field; spread them on an antd or a native control. */
export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; status?: 'error' }

/** The id of a field's control, for links from the summary. `name` is the path in the sent body. */
export function controlId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`
}

/** Label, hint, error and control of one question: `<FormField name="title" label="标题">{(c) => <Input {...c} … />}</FormField>`. */
export function FormField({
  name,
  label,
  hint,
  problem,
  isOptional = false,
  length,
  children,
}: {
  name: string
  label: string
  hint?: ReactNode
  /** The last refusal of the form; the field picks its own sentence. */
  problem?: Problem | null
  isOptional?: boolean
  /** Shows the characters left: `{ now: text.length, most: 2000 }`. */
  length?: { now: number; most: number }
  children: (control: ControlProps) => ReactNode
}) {
  const t = useWords(words)
  const id = controlId(name)
  const error = problem?.fieldError(name)
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', length ? `${id}-length` : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'form-field has-error' : 'form-field'}>
      <label htmlFor={id}>
        {label}
        {isOptional && <span className="optional">{t.optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <span className="hidden">{t.errorTitle}</span>
          {error}
        </p>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true, status: 'error' }),
      })}
      {length && (
        <p className="hint" id={`${id}-length`}>
          {t.remaining(length.most - length.now)}
        </p>
      )}
    </div>
  )
}

/** Above a form that came back: how many things to mend, a link to each; takes the focus. */
export function FormErrors({ problem }: { problem: Problem | null }) {
  const t = useWords(words)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem && problem.fields.length > 0) box.current?.focus()
  }, [problem])
  if (!problem || problem.fields.length === 0) return null
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{t.errorCount(problem.fields.length)}</h2>
      <ul>
        {problem.fields.map(({ path, message }) => (
          <li key={path + message}>
            <a href={`#${controlId(path)}`} onClick={(event) => focusField(event, path)}>
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Focus instead of a jump: the address of a page must not change by reading its errors. */
function focusField(event: React.MouseEvent, path: string): void {
  event.preventDefault()
  document.getElementById(controlId(path))?.focus()
}
