import { Button } from 'antd'

import { QueueTable, StatusTag, useAction, useLive, WorkPage } from '../kit.ts'
import type { QueueColumn } from '../kit.ts'
import type { StoryRow } from './api.ts'
import { api } from './api.ts'

const columns: QueueColumn<StoryRow>[] = [
  { key: 'title', head: '标题', isName: true, cell: ({ title }) => title },
  { key: 'unit', head: '承办单位', cell: ({ unit }) => unit },
  { key: 'days', head: '剩余工作日', align: 'end', cell: ({ days }) => days },
  { key: 'state', head: '状态', cell: ({ days }) => <Remaining days={days} /> },
]

function Remaining({ days }: { days: number }) {
  if (days < 0) return <StatusTag kind="late" days={-days} />
  return <StatusTag kind={days <= 5 ? 'near' : 'normal'} />
}

/** A queue with filters, keys and acts on many rows. */
export default function StoryQueue() {
  useLive(['story'])
  const assign = useAction(api.assign, { topics: ['story'], done: '已交办', labels: { assign: '交办' } })
  return (
    <WorkPage title="建议审查交办" lead="7 个工作日内审查交办。">
      <QueueTable
        queryKey={['story']}
        load={(filters, cursor) => api.list({ query: { ...filters, ...(cursor && { cursor }) } })}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        hrefOf={({ id }) => `/queue/${id}`}
        caption="等待审查的建议，按剩余工作日排列"
        filters={[
          { kind: 'text', name: 'q', label: '关键词' },
          { kind: 'select', name: 'unit', label: '单位', options: [{ value: '市房产局', label: '市房产局' }] },
        ]}
        bulk={(chosen, clear) => (
          <Button
            type="primary"
            loading={assign.isRunning}
            onClick={() => {
              const first = chosen[0]
              if (first) void assign.run({ params: { id: first.id }, body: { unit: first.unit, reason: '批量' } }).then(clear)
            }}
          >
            确认交办
          </Button>
        )}
        empty={{ why: '还没有等待审查的建议。提交后会显示在这里。', action: { label: '看全部建议', href: '/workbench/queue' } }}
      />
    </WorkPage>
  )
}
