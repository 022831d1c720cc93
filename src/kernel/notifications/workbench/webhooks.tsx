import { App, Button } from 'antd'
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { beijingMoment } from '#lib/pure/moment.ts'
import { EmptyState, Failed, Loading, Panel, StatusTag, useAction, useWords, WorkPage } from '#workbench/kit.ts'
import type { Webhook } from '../contract.ts'
import { calls, webhookTopics } from './calls.ts'
import { pageWords } from './page-words.ts'
import { WebhookForm } from './webhook-form.tsx'
import { webhookWords } from './webhook-words.ts'
import './notices.css'

/** 对外推送: where events go, and the form for one more. */
export default function Webhooks() {
  const t = useWords(webhookWords)
  const title = useWords(pageWords).webhooks
  const query = useQuery({ queryKey: [...webhookTopics, 'list'], queryFn: () => calls.listWebhooks() })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const { items } = query.data
  return (
    <WorkPage title={title} lead={t.lead}>
      <Panel title={title}>
        {items.length === 0 ? (
          <EmptyState
            why={t.none}
            action={{ label: t.add, onClick: () => document.querySelector<HTMLElement>('#f-url')?.focus() }}
          />
        ) : (
          <ul className="webhooks">
            {items.map((it) => (
              <WebhookItem it={it} key={it.id} />
            ))}
          </ul>
        )}
      </Panel>
      <NewWebhook />
    </WorkPage>
  )
}

function WebhookItem({ it }: { it: Webhook }) {
  const t = useWords(webhookWords)
  return (
    <li>
      <Link to={`/admin/webhooks/${it.id}`}>{it.url}</Link>
      <p className="hint">
        {it.events.join('、')}　{t.createdAt(beijingMoment(it.createdAt))}
      </p>
      {it.isEnabled ? <StatusTag kind="normal" word={t.on} plain /> : <StatusTag kind="idle" word={t.off} />}
    </li>
  )
}

function NewWebhook() {
  const t = useWords(webhookWords)
  const { message } = App.useApp()
  const [made, setMade] = useState<{ id: string; secret: string } | null>(null)
  const act = useAction(calls.createWebhook, { topics: webhookTopics, done: t.created, onDone: setMade })
  const copy = (text: string) => navigator.clipboard.writeText(text).then(() => void message.success(t.copied))
  return (
    <Panel title={t.add}>
      {made && (
        <div className="secret-once" role="status">
          <b>{t.secret}</b>
          <code>{made.secret}</code>
          <p className="hint">{t.secretOnce}</p>
          <div className="action-bar">
            {window.isSecureContext && <Button onClick={() => void copy(made.secret)}>{t.copy}</Button>}
            <Button onClick={() => setMade(null)}>{t.hide}</Button>
          </div>
        </div>
      )}
      <WebhookForm
        key={made?.id ?? ''}
        initial={{ url: '', events: ['*'], isEnabled: true }}
        problem={act.problem}
        isRunning={act.isRunning}
        label={t.create}
        hasSwitch={false}
        onSend={({ url, events }) => void act.run({ body: { url, events } })}
      />
    </Panel>
  )
}
