import type { ReactNode } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import { words } from './words.ts'

/** The one `<h1>` of a page, with its state and facts beside it and its act below. */
export function PageTitle({
  children,
  lead,
  status,
  actions,
}: {
  children: ReactNode
  lead?: ReactNode
  status?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="wrap title">
      <h1>{children}</h1>
      {status && <p className="title-status">{status}</p>}
      {lead && <p className="lead">{lead}</p>}
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}

/** A block with an `<h2>`; `moreHref` adds 查看全部. */
export function Section({
  title,
  id,
  moreHref,
  moreLabel,
  children,
}: {
  title: string
  id?: string
  moreHref?: string
  moreLabel?: string
  children: ReactNode
}) {
  const t = useWords(words)
  return (
    <section className="wrap section" id={id}>
      <div className="section-head">
        <h2>{title}</h2>
        {moreHref && (
          <a href={moreHref}>
            {moreLabel ?? t.more}
            <span className="hidden"> {title}</span>
          </a>
        )}
      </div>
      {children}
    </section>
  )
}

/** Columns at 1,024 px and wider, one under the other on a phone and in the large-text view. */
export function Split({ shape, children }: { shape: '6-4-2' | '8-4' | '6-6' | '4-4-4'; children: ReactNode }) {
  return <div className={`wrap split split-${shape}`}>{children}</div>
}

/** Running text at a readable measure: rules, statements, letters. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>
}

/** Text width without a heading of its own, e.g. a form or a notice at the top of a page. */
export function Block({ children }: { children: ReactNode }) {
  return <div className="wrap block">{children}</div>
}

export type ButtonKind = 'primary' | 'secondary' | 'danger'

/** A link that looks like what it is: the next act. */
export function ButtonLink({ href, kind = 'primary', children }: { href: string; kind?: ButtonKind; children: ReactNode }) {
  return (
    <a className={`button is-${kind}`} href={href}>
      {children}
    </a>
  )
}

/** Sends its form; says the act (`提交意见`). `name` and `value` tell several buttons of a form apart. */
export function Button({
  kind = 'primary',
  name,
  value,
  formAction,
  isWide = false,
  children,
}: {
  kind?: ButtonKind
  name?: string
  value?: string
  formAction?: string
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <button
      className={`button is-${kind}${isWide ? ' is-wide' : ''}`}
      type="submit"
      name={name}
      value={value}
      formAction={formAction}
    >
      {children}
    </button>
  )
}

/** A sentence that must not be missed: what happened, what is safe, what to do. */
export function Notice({
  tone = 'normal',
  title,
  children,
}: {
  tone?: 'normal' | 'done' | 'near' | 'late'
  title?: string
  children?: ReactNode
}) {
  return (
    <div className={`notice tone-${tone}`} role={tone === 'late' ? 'alert' : undefined}>
      {title && <p className="notice-title">{title}</p>}
      {children}
    </div>
  )
}

/** Why there is nothing, and the next step. */
export function Empty({ why, actions = [] }: { why: string; actions?: readonly { label: string; href: string }[] }) {
  return (
    <div className="empty">
      <p>{why}</p>
      {actions.length > 0 && (
        <p className="actions">
          {actions.map(({ label, href }) => (
            <ButtonLink key={href} href={href} kind="secondary">
              {label}
            </ButtonLink>
          ))}
        </p>
      )}
    </div>
  )
}
