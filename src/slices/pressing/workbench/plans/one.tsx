import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { DetailPage, Failed, Loading, Panel, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../plans/contract.ts'
import { calls, topics } from '../calls.ts'
import { Members } from '../members.tsx'
import { pageWords } from '../page-words.ts'
import { workbenchWords } from '../words.ts'
import '../pressing.css'

/** One handling plan with its suggestions, each of which is answered by itself. */
export default function PlanPage() {
  useLive(['pressing', 'suggestions'])
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...topics, 'plan', id], queryFn: () => calls.getPlan({ params: { id } }) })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Plan key={id} it={query.data} />
}

function Plan({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const { id, allowed } = it
  return (
    <DetailPage
      title={it.title}
      status={it.unit.name}
      lead={t.planLead}
      backTo="/pressing/plans"
      backLabel={p.plans}
      actions={
        allowed.includes('edit') && (
          <Link className="link-button" to={`/pressing/plans/${id}/edit`}>
            {p.editPlan}
          </Link>
        )
      }
    >
      <Members
        subject={id}
        progress={it.progress}
        members={it.members}
        add={
          allowed.includes('addMember')
            ? (suggestionId, options) => calls.addPlanMember({ params: { id }, body: { suggestionId } }, options)
            : null
        }
        remove={
          allowed.includes('removeMember')
            ? (suggestionId, options) => calls.removePlanMember({ params: { id, suggestionId } }, options)
            : null
        }
      />
      <Panel title={t.planText}>
        <p className="long-text">{it.text}</p>
      </Panel>
      {it.replyText && (
        <Panel title={t.replyText}>
          <p className="long-text">{it.replyText}</p>
        </Panel>
      )}
    </DetailPage>
  )
}
