import { Link } from '@tanstack/react-router'
import './view-tabs.css'

export interface ViewTab {
  readonly label: string
  readonly count?: number | string
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
  readonly isCurrent: boolean
}

/** The views of one page side by side, with how many are in each; links, so that each view has an address. */
export function ViewTabs({ label, tabs }: { label: string; tabs: readonly ViewTab[] }) {
  return (
    <nav className="view-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.label} to={tab.to} search={(tab.search ?? {}) as never} aria-current={tab.isCurrent ? 'page' : false}>
          {tab.label} {tab.count !== undefined && <b>{tab.count}</b>}
        </Link>
      ))}
    </nav>
  )
}
