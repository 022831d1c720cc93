import { Input, Select } from 'antd'

import {
  ActionBar,
  CaseRecord,
  DetailPage,
  Facts,
  Figures,
  FormErrors,
  FormField,
  Panel,
  StackedBar,
  StatusTag,
  Timeline,
  useAction,
  useDraft,
} from '../kit.ts'
import type { Draft, Problem } from '../kit.ts'
import { api } from './api.ts'

const units = [{ value: '市房产局' }, { value: '市城管局' }, { value: '市交通局' }]

/** A case with its record, and a form that keeps its draft and comes back with errors. */
export default function StoryCase() {
  const draft = useDraft('assign:112', { unit: '', reason: '' })
  const assign = useAction(api.assign, { topics: ['story'], done: '已交办', labels: { assign: '交办' } })
  return (
    <DetailPage
      backTo="/queue"
      title="第112号　关于老旧小区改造充分听取居民意见的建议"
      status={<StatusTag kind="near" word="还剩 3 个工作日" />}
      actions={
        <ActionBar
          allowed={['assign', 'return']}
          actions={[
            {
              name: 'assign',
              label: '确认交办',
              isRunning: assign.isRunning,
              run: () => void assign.run({ params: { id: '112' }, body: draft.value }),
            },
            { name: 'return', label: '退回代表', run: () => {}, danger: { effect: '退回后代表需要修改再提交。' } },
            { name: 'rate', label: '评价', run: () => {} },
          ]}
        />
      }
      aside={
        <Panel title="记录">
          <CaseRecord entries={[{ key: '1', on: '2/16', who: '王敏', what: '提出建议' }]} />
        </Panel>
      }
    >
      <Progress />
      <AssignForm draft={draft} problem={assign.problem} />
      <Similar />
    </DetailPage>
  )
}

type Assignment = { unit: string; reason: string }

function AssignForm({ draft, problem }: { draft: Draft<Assignment>; problem: Problem | null }) {
  return (
    <Panel title="交办">
      <FormErrors problem={problem} />
      <FormField name="unit" label="承办单位" problem={problem}>
        {(control) => (
          <Select
            {...control}
            value={draft.value.unit || null}
            options={units}
            onChange={(unit: string) => draft.setValue({ ...draft.value, unit })}
          />
        )}
      </FormField>
      <FormField
        name="reason"
        label="交办说明"
        hint="写给承办单位"
        problem={problem}
        length={{ now: draft.value.reason.length, most: 300 }}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            value={draft.value.reason}
            onChange={({ target }) => draft.setValue({ ...draft.value, reason: target.value })}
          />
        )}
      </FormField>
      <p role="status">{draft.note}</p>
    </Panel>
  )
}

function Progress() {
  return (
    <Panel title="进展">
      <Timeline
        label="办理进展"
        stations={[
          { name: '提出', state: 'passed', on: '2/16' },
          { name: '审查', state: 'current', note: '还剩 3 个工作日' },
          { name: '交办', state: 'ahead' },
          { name: '答复', state: 'ahead' },
        ]}
      />
      <Facts
        items={[
          { term: '领衔', value: '王敏' },
          { term: '类别', value: '城建' },
        ]}
      />
    </Panel>
  )
}

function Similar() {
  return (
    <Panel title="同类建议">
      <Figures items={[{ label: '已答复', value: 796, of: 823, note: '办复率 96.7%' }]} />
      <StackedBar
        reading="10 件同类建议中 6 件已经解决。"
        segments={[
          { label: '已解决', value: 6, fill: 'done' },
          { label: '列入计划', value: 4, fill: 'normal' },
        ]}
      />
    </Panel>
  )
}
