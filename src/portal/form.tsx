import type { ReactNode } from 'react'

import { useWords } from '#lib/ui/locale.tsx'
import { SelectOptions, type SelectGroup } from '#lib/ui/select-options.tsx'

import { words } from './words.ts'

export type FieldError = { field: string; message: string }

/** The id of a field's first control, for links from the error summary. */
export function fieldId(name: string): string {
  return `f-${name}`
}

/** Above the title when a form comes back: how many, and a link to each, in the same words as at the field. Takes the focus. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const t = useWords(words)
  if (errors.length === 0) return null
  return (
    <div className="wrap">
      <div className="error-summary" role="alert" tabIndex={-1} autoFocus aria-labelledby="error-summary-title">
        <h2 id="error-summary-title">{t.errorCount(errors.length)}</h2>
        <ul>
          {errors.map(({ field, message }) => (
            <li key={field + message}>
              <a href={`#${fieldId(field)}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

export type Option = { value: string; label: string; hint?: string }

type FieldFrame = {
  name: string
  label: string
  hint?: ReactNode
  /** The sentence at the field; the same as in the summary. */
  error?: string
  /** Required is the norm; only the optional is marked, `（选填）`. */
  isOptional?: boolean
}

export type FieldProps = FieldFrame &
  (
    | {
        kind?: 'text' | 'search' | 'tel' | 'email' | 'date' | 'number' | 'password' | 'file'
        value?: string
        maxLength?: number
        autoComplete?: string
        inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'search'
        placeholder?: string
        accept?: string
        isMultiple?: boolean
      }
    | { kind: 'textarea'; value?: string; maxLength?: number; rows?: number; placeholder?: string }
    | { kind: 'select'; value?: string; options: readonly Option[]; emptyLabel?: string }
    | { kind: 'radio'; value?: string; options: readonly Option[] }
    | { kind: 'checkbox'; values?: readonly string[]; options: readonly Option[] }
  )

/** One question: label, hint, error, control. Nothing is preselected unless `value` says so. */
export function Field(props: FieldProps) {
  const { name, label, hint, error, isOptional } = props
  const t = useWords(words)
  const caption = (
    <>
      {label}
      {isOptional && <span className="optional">{t.optional}</span>}
    </>
  )
  const notes = (
    <>
      {hint && (
        <p className="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${fieldId(name)}-error`}>
          <span className="hidden">{t.errorTitle}</span>
          {error}
        </p>
      )}
    </>
  )
  const className = `field${error ? ' has-error' : ''}`
  if (props.kind === 'radio' || props.kind === 'checkbox') {
    return (
      <fieldset className={className} aria-describedby={describedBy(props)}>
        <legend>{caption}</legend>
        {notes}
        <Choices {...props} />
      </fieldset>
    )
  }
  return (
    <div className={className}>
      <label htmlFor={fieldId(name)}>{caption}</label>
      {notes}
      <Control {...props} />
    </div>
  )
}

type ChoiceProps = Extract<FieldProps, { kind: 'radio' | 'checkbox' }>

function Choices(props: ChoiceProps) {
  const { name, options, kind, isOptional } = props
  const chosen = props.kind === 'radio' ? [props.value] : (props.values ?? [])
  return (
    <div className="choices">
      {options.map(({ value, label, hint }, at) => (
        <label key={value} className="choice">
          <input
            type={kind}
            name={name}
            value={value}
            id={at === 0 ? fieldId(name) : undefined}
            defaultChecked={chosen.includes(value)}
            required={kind === 'radio' && !isOptional}
          />
          <span>
            {label}
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

function Control(props: Exclude<FieldProps, ChoiceProps>) {
  const t = useWords(words)
  const shared = {
    id: fieldId(props.name),
    name: props.name,
    'aria-describedby': describedBy(props),
    'aria-invalid': props.error ? true : undefined,
    required: !props.isOptional,
  }
  if (props.kind === 'textarea') {
    return (
      <textarea
        {...shared}
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        defaultValue={props.value}
      />
    )
  }
  if (props.kind === 'select') {
    return (
      <select {...shared} defaultValue={props.value ?? ''}>
        <option value="">{props.emptyLabel ?? t.choose}</option>
        <SelectOptions options={props.options} />
      </select>
    )
  }
  return (
    <input
      {...shared}
      type={props.kind ?? 'text'}
      defaultValue={props.kind === 'file' ? undefined : props.value}
      maxLength={props.maxLength}
      autoComplete={props.autoComplete}
      inputMode={props.inputMode}
      placeholder={props.placeholder}
      accept={props.accept}
      multiple={props.isMultiple}
    />
  )
}

function describedBy({ name, hint, error }: FieldFrame): string | undefined {
  const ids = [hint ? `${fieldId(name)}-hint` : '', error ? `${fieldId(name)}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** A form that changes something: posts, then the server redirects. `csrf` is the token of the visit, where there is one. */
export function Form({
  action,
  csrf,
  hidden = {},
  hasFiles = false,
  children,
}: {
  action: string
  csrf?: string
  hidden?: Record<string, string>
  hasFiles?: boolean
  children: ReactNode
}) {
  return (
    <form className="form" method="post" action={action} encType={hasFiles ? 'multipart/form-data' : undefined} noValidate>
      <Hidden values={csrf ? { ...hidden, _csrf: csrf } : hidden} />
      {children}
    </form>
  )
}

export type FilterField =
  | { kind: 'search' | 'date'; name: string; label: string; value?: string }
  | { kind: 'select'; name: string; label: string; value?: string; options: readonly (Option | SelectGroup)[] }

/** Filters in the address: a GET form, sharable, and one link that clears them. */
export function FilterForm({
  action,
  fields,
  hidden = {},
  submitLabel,
}: {
  action: string
  fields: readonly FilterField[]
  hidden?: Record<string, string>
  submitLabel?: string
}) {
  const t = useWords(words)
  const isFiltered = fields.some(({ value }) => value)
  return (
    <form className="filter" method="get" action={action} role="search">
      <Hidden values={hidden} />
      {fields.map((field) => (
        <div className={`field is-${field.kind}`} key={field.name}>
          <label htmlFor={fieldId(field.name)}>{field.label}</label>
          {field.kind === 'select' ? (
            <select id={fieldId(field.name)} name={field.name} defaultValue={field.value ?? ''}>
              <option value="">{t.all}</option>
              <SelectOptions options={field.options} />
            </select>
          ) : (
            <input type={field.kind} id={fieldId(field.name)} name={field.name} defaultValue={field.value} />
          )}
        </div>
      ))}
      <div className="filter-acts">
        <button className="button is-primary" type="submit">
          {submitLabel ?? t.filter}
        </button>
        {isFiltered && <a href={action}>{t.clear}</a>}
      </div>
    </form>
  )
}

function Hidden({ values }: { values: Record<string, string> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
