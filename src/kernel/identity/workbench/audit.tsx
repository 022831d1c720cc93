import { Button } from 'antd'
import { beijingDayStart, beijingMoment } from '#lib/pure/moment.ts'
import type { Words } from '#lib/pure/words.ts'
import type { Filters, QueueColumn } from '#workbench/kit.ts'
import { QueueTable, useFilters, useWords, WorkPage } from '#workbench/kit.ts'
import type { AuditEntry } from '../contract.ts'
import { auditWords } from './audit-words.ts'
import { calls } from './calls.ts'
import { pageWords } from './page-words.ts'
import './identity.css'

/** 审计日志. `kinds` names the nouns of the slices' events, which the kernel does not know. */
export function AuditPage({ kinds }: { kinds: Words<Readonly<Record<string, string>>> }) {
  const t = useWords(auditWords)
  const title = useWords(pageWords).audit
  const all = { ...t.kinds, ...useWords(kinds) }
  return (
    <WorkPage title={title} lead={t.lead}>
      <Narrowed />
      <QueueTable
        queryKey={['audit']}
        load={(filters, cursor) => calls.listAuditEvents({ query: { ...asked(filters), limit: 50, ...(cursor && { cursor }) } })}
        columns={useColumns(all)}
        rowKey={({ id }) => id}
        rowName={({ sentence }) => sentence}
        caption={t.caption}
        filters={[
          {
            kind: 'select',
            name: 'name',
            label: t.kind,
            options: Object.entries(all).map(([value, label]) => ({ value, label })),
          },
          { kind: 'date', name: 'from', label: t.from },
          { kind: 'date', name: 'until', label: t.until },
        ]}
        empty={{ why: t.empty }}
      />
    </WorkPage>
  )
}

/** Says that the list is about one person or one matter, which no filter of the bar shows. */
function Narrowed() {
  const t = useWords(auditWords)
  const { filters, setFilters } = useFilters()
  if (!filters['actorId'] && !filters['subjectId']) return null
  return (
    <div className="action-bar narrowed">
      <p role="status">{t.shownOnly}</p>
      <Button onClick={() => setFilters({ actorId: '', subjectId: '' })}>{t.showAll}</Button>
    </div>
  )
}

function useColumns(kinds: Readonly<Record<string, string>>): QueueColumn<AuditEntry>[] {
  const t = useWords(auditWords)
  const { setFilters } = useFilters()
  return [
    { key: 'what', head: t.what, isName: true, cell: ({ sentence }) => sentence },
    {
      key: 'who',
      head: t.who,
      cell: ({ actor }) =>
        actor ? (
          <button type="button" className="plain-button" title={t.onlyPerson} onClick={() => setFilters({ actorId: actor.id })}>
            {actor.name}
          </button>
        ) : (
          t.system
        ),
    },
    { key: 'at', head: t.at, cell: ({ at }) => beijingMoment(at) },
    {
      key: 'subject',
      head: t.kind,
      cell: ({ name, subjectId }) => (
        <button type="button" className="plain-button" title={t.onlySubject} onClick={() => setFilters({ subjectId })}>
          {kinds[name.split('.')[0] ?? ''] ?? name}
        </button>
      ),
    },
  ]
}

/** Days of the address become instants in Beijing; the last day counts whole. */
function asked({ name, actorId, subjectId, from, until }: Filters) {
  return {
    ...(name && { name }),
    ...(actorId && { actorId }),
    ...(subjectId && { subjectId }),
    ...(from && { from: beijingDayStart(from) }),
    ...(until && { until: beijingDayStart(until, 1) }),
  }
}
