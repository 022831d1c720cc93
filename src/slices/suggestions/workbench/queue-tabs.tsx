import { Link } from '@tanstack/react-router'
import type { Status } from '../contract.ts'

export type QueueTab = { label: string; count: number | string; status: Status | undefined }

/** The queues of a desk with how many wait in each; links, so that each queue has an address. */
export function QueueTabs({ label, tabs, current }: { label: string; tabs: readonly QueueTab[]; current: Status | undefined }) {
  return (
    <nav className="queue-tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.label}
          to="/desk"
          search={(tab.status ? { status: tab.status } : {}) as never}
          aria-current={tab.status === current ? 'page' : false}
        >
          {tab.label} <b>{tab.count}</b>
        </Link>
      ))}
    </nav>
  )
}
