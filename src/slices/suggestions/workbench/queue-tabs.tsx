import { Link } from '@tanstack/react-router'

export type QueueTab = { label: string; count?: number | string; search: Readonly<Record<string, string>>; isCurrent: boolean }

/** The queues of a desk with how many wait in each; links, so that each queue has an address. */
export function QueueTabs({ label, to = '/desk', tabs }: { label: string; to?: string; tabs: readonly QueueTab[] }) {
  return (
    <nav className="queue-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.label} to={to} search={tab.search as never} aria-current={tab.isCurrent ? 'page' : false}>
          {tab.label} {tab.count !== undefined && <b>{tab.count}</b>}
        </Link>
      ))}
    </nav>
  )
}
