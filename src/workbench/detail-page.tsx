import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import { PrintButton } from './print.tsx'
import { WithinPage } from './within-page.ts'
import { words } from './words.ts'

/** Title, state, acts and content of a page; every page of the workbench starts with it. */
export function WorkPage({
  title,
  status,
  lead,
  actions,
  backTo,
  backLabel,
  canPrint = false,
  children,
}: {
  title: ReactNode
  status?: ReactNode
  lead?: ReactNode
  /** An `ActionBar`, or links to print and export. */
  actions?: ReactNode
  /** Path below `/workbench` of the list this came from. */
  backTo?: string
  backLabel?: string
  /** A button that prints the page. Lists have it at their foot, cases have it always. */
  canPrint?: boolean
  children: ReactNode
}) {
  const t = useWords(words)
  return (
    <div className="work-page">
      {backTo && (
        <p className="work-back">
          <Link to={backTo}>‹ {backLabel ?? t.back}</Link>
        </p>
      )}
      <header className="work-head">
        <div>
          <h1>{title}</h1>
          {status && <p className="work-status">{status}</p>}
          {lead && <p className="work-lead">{lead}</p>}
        </div>
        {(actions || canPrint) && (
          <div className="work-acts">
            {actions}
            {canPrint && <PrintButton />}
          </div>
        )}
      </header>
      <WithinPage value={true}>{children}</WithinPage>
    </div>
  )
}

/** A case: its facts and content, and beside it (below it on a phone) what belongs to it. */
export function DetailPage({ aside, children, ...head }: Parameters<typeof WorkPage>[0] & { aside?: ReactNode }) {
  return (
    <WorkPage canPrint {...head}>
      <div className={aside ? 'detail has-aside' : 'detail'}>
        <div className="detail-main">{children}</div>
        {aside && <aside className="detail-aside">{aside}</aside>}
      </div>
    </WorkPage>
  )
}

/** A titled block within a page. */
export function Panel({
  title,
  extra,
  isScreenOnly = false,
  children,
}: {
  title: string
  extra?: ReactNode
  /** Nothing that paper can use: downloads, forms. */
  isScreenOnly?: boolean
  children: ReactNode
}) {
  return (
    <section className={isScreenOnly ? 'panel is-screen-only' : 'panel'}>
      <div className="panel-head">
        <h2>{title}</h2>
        {extra}
      </div>
      {children}
    </section>
  )
}
