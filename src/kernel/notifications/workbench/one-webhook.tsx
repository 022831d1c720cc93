import { Button } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { beijingMoment } from '#lib/pure/moment.ts'
import type { QueueColumn } from '#workbench/kit.ts'
import {
  ActionBar,
  Failed,
  Loading,
  NotFound,
  Panel,
  QueueTable,
  StatusTag,
  useAction,
  usePathParam,
  useWords,
  WorkPage,
} from '#workbench/kit.ts'
import type { Delivery, Webhook } from '../contract.ts'
import { calls, webhookTopics } from './calls.ts'
import { pageWords } from './page-words.ts'
import { WebhookForm } from './webhook-form.tsx'
import { webhookWords } from './webhook-words.ts'
import './notices.css'

/** One webhook: its settings, and what became of every delivery. */
export default function OneWebhook() {
  const t = useWords(webhookWords)
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...webhookTopics, 'list'], queryFn: () => calls.listWebhooks() })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const it = query.data.items.find((one) => one.id === id)
  return it ? <Shown it={it} key={id} /> : <NotFound sentence={t.missing} />
}

function Shown({ it }: { it: Webhook }) {
  const t = useWords(webhookWords)
  const title = useWords(pageWords)
  const navigate = useNavigate()
  const edit = useAction(calls.editWebhook, { topics: webhookTopics, done: t.saved })
  const remove = useAction(calls.removeWebhook, {
    topics: [],
    done: t.removed,
    onDone: () => void navigate({ to: '/admin/webhooks' }),
  })
  const params = { id: it.id }
  return (
    <WorkPage
      title={new URL(it.url).host}
      status={it.isEnabled ? <StatusTag kind="normal" word={t.on} /> : <StatusTag kind="idle" word={t.off} />}
      backTo="/admin/webhooks"
      backLabel={title.webhooks}
      actions={
        <ActionBar
          allowed={['remove']}
          actions={[
            { name: 'remove', label: t.remove, run: () => void remove.run({ params }), danger: { effect: t.removeEffect } },
          ]}
        />
      }
    >
      <Panel title={t.settings}>
        <WebhookForm
          initial={it}
          problem={edit.problem}
          isRunning={edit.isRunning}
          label={t.save}
          hasSwitch
          onSend={(body) => void edit.run({ params, body })}
        />
      </Panel>
      <QueueTable
        queryKey={[...webhookTopics, 'deliveries', it.id]}
        load={(_, cursor) => calls.listDeliveries({ params, query: { ...(cursor && { cursor }) } })}
        columns={useColumns(it.id)}
        rowKey={({ id }) => id}
        rowName={({ event }) => event}
        caption={t.deliveries}
        empty={{ why: t.noDeliveries }}
      />
    </WorkPage>
  )
}

const marks = { pending: 'idle', delivered: 'done', failed: 'late' } as const

function useColumns(webhookId: string): QueueColumn<Delivery>[] {
  const t = useWords(webhookWords)
  const retry = useAction(calls.retryDelivery, { topics: webhookTopics, done: t.retried })
  return [
    { key: 'event', head: t.event, isName: true, cell: ({ event }) => event },
    { key: 'state', head: t.state, cell: ({ state }) => <StatusTag kind={marks[state]} word={t.states[state]} plain /> },
    { key: 'answer', head: t.answer, cell: (it) => answerOf(it, t) },
    { key: 'attempts', head: t.attempts, align: 'end', cell: ({ attempts }) => attempts },
    { key: 'at', head: t.at, cell: ({ attemptedAt, createdAt }) => beijingMoment(attemptedAt ?? createdAt) },
    {
      key: 'retry',
      head: t.retry,
      cell: ({ id, event }) => (
        <Button aria-label={`${t.retry} ${event}`} onClick={() => void retry.run({ params: { id: webhookId, deliveryId: id } })}>
          {t.retry}
        </Button>
      ),
    },
  ]
}

/** What the receiver answered; a failure of the network in words where its code is a known one, and as it came otherwise. */
function answerOf({ statusCode, problem }: Delivery, t: typeof webhookWords.zh): string {
  if (statusCode !== null) return t.answered(statusCode)
  if (problem === null) return t.noAnswer
  const known = Object.entries(t.reasons).find(([code]) => problem.includes(code))
  return known?.[1] ?? problem
}
