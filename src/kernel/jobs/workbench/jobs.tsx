import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { beijingMoment } from '#lib/pure/moment.ts'
import type { QueueColumn } from '#workbench/kit.ts'
import { client, Failed, Loading, Panel, QueueTable, useAction, useLocale, useWords, WorkPage } from '#workbench/kit.ts'
import type { api, ParkedJob, TimetableLine } from '../contract.ts'
import { pageWords } from './page-words.ts'
import { words } from './words.ts'
import './jobs.css'

const calls = client<typeof api>({
  listTimetable: ['GET', '/jobs/timetable'],
  listParkedJobs: ['GET', '/jobs/parked'],
  retryParkedJob: ['POST', '/jobs/parked/{id}/retry'],
})
const topics = ['jobs'] as const
const EVERY = 15_000

/** 后台作业: what waits for a human, and what runs when. */
export default function Jobs() {
  const t = useWords(words)
  const title = useWords(pageWords).jobs
  const locale = useLocale()
  return (
    <WorkPage title={title} lead={t.lead}>
      <Parked />
      <QueueTable
        queryKey={[...topics, 'timetable', locale]}
        load={async () => ({ ...(await calls.listTimetable()), next: null })}
        columns={useColumns()}
        rowKey={({ name }) => name}
        rowName={({ what }) => what}
        caption={t.caption}
        empty={{ why: t.never }}
      />
    </WorkPage>
  )
}

function useColumns(): QueueColumn<TimetableLine>[] {
  const t = useWords(words)
  return [
    { key: 'what', head: t.what, isName: true, cell: ({ what }) => what },
    { key: 'when', head: t.when, cell: ({ when }) => when },
    { key: 'last', head: t.last, cell: ({ lastRunAt }) => (lastRunAt ? beijingMoment(lastRunAt) : t.never) },
    { key: 'name', head: t.name, cell: ({ name }) => <code>{name}</code> },
  ]
}

function Parked() {
  const t = useWords(words)
  const query = useQuery({
    queryKey: [...topics, 'parked'],
    queryFn: () => calls.listParkedJobs(),
    refetchInterval: EVERY,
  })
  if (query.isPending) return <Loading rows={2} />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const { items } = query.data
  return (
    <Panel title={t.parked}>
      {items.length === 0 ? (
        <p>{t.noneParked}</p>
      ) : (
        <>
          <p className="hint">{t.hint}</p>
          <ul className="parked">
            {items.map((it) => (
              <ParkedItem it={it} key={it.id} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function ParkedItem({ it }: { it: ParkedJob }) {
  const t = useWords(words)
  const act = useAction(calls.retryParkedJob, { topics, done: t.retried })
  return (
    <li>
      <div>
        <code>{it.name}</code>
        <p>{it.problem || t.noProblem}</p>
        <p className="hint">
          {t.attempts(it.attempts)}　{t.failedAt(beijingMoment(it.failedAt))}
        </p>
      </div>
      <Button aria-label={t.retryName(it.name)} loading={act.isRunning} onClick={() => void act.run({ params: { id: it.id } })}>
        {t.retry}
      </Button>
    </li>
  )
}
