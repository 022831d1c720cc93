import { Link } from '@tanstack/react-router'
import { QueueTable, useLive, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import type { Item } from '../../plans/contract.ts'
import { calls, topics } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { PartTabs } from '../tabs.tsx'
import { workbenchWords } from '../words.ts'

/** 办理方案: many suggestions on one matter, handled as one. */
export default function PlanList() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const { roles } = usePerson()
  const mayMake = roles.includes('deputies_affairs') || roles.includes('handling_unit')
  return (
    <WorkPage
      title={p.plans}
      lead={t.plansLead}
      actions={
        mayMake && (
          <Link className="link-button is-primary" to="/pressing/plans/new">
            ＋ {p.newPlan}
          </Link>
        )
      }
    >
      <PartTabs current="plans" />
      <QueueTable<Item>
        queryKey={[...topics, 'plans']}
        load={(_, cursor) => calls.listPlans({ query: { ...(cursor && { cursor }) } })}
        columns={[
          { key: 'title', head: p.plan, isName: true, cell: ({ title }) => title },
          { key: 'unit', head: t.unit, cell: ({ unit }) => unit.name },
          { key: 'members', head: t.members, cell: ({ progress }) => progress.members },
          { key: 'answered', head: t.answeredOf, cell: ({ progress }) => `${progress.answered}/${progress.handedOver}` },
        ]}
        rowKey={({ id }) => id}
        rowName={({ title }) => title}
        hrefOf={({ id }) => `/pressing/plans/${id}`}
        caption={p.plans}
        empty={{ why: t.noPlans }}
      />
    </WorkPage>
  )
}
