import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { DetailPage, Facts, Failed, Loading, Panel, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../outcomes/contract.ts'
import { words } from '../../words.ts'
import { Acts, type Act } from '../acts.tsx'
import { calls, topics } from '../calls.ts'
import { LinkedFacts } from '../members.tsx'
import { pageWords } from '../page-words.ts'
import { textOf } from '../questions.ts'
import { OutcomeStatus } from '../status.tsx'
import { workbenchWords } from '../words.ts'
import { ChangeLine } from './change.tsx'
import '../pressing.css'

export default function OutcomePage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...topics, 'outcome', id], queryFn: () => calls.getOutcome({ params: { id } }) })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <One key={id} it={query.data} />
}

function One({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const w = useWords(words)
  return (
    <DetailPage
      title={it.title}
      status={<OutcomeStatus status={it.status} />}
      backTo="/pressing/outcomes"
      backLabel={p.outcomes}
      actions={
        it.allowed.includes('edit') && (
          <Link className="link-button" to={`/pressing/outcomes/${it.id}/edit`}>
            {p.editOutcome}
          </Link>
        )
      }
    >
      <Acts subject={it.id} allowed={it.allowed} acts={outcomeActs(t, it.id)} />
      <Panel title={t.about}>
        <Facts
          items={[
            { term: t.kind, value: w.kind[it.kind] },
            {
              term: t.figures,
              value: it.change || it.measures !== null || it.kind === 'problem_class' ? <ChangeLine it={it} /> : null,
            },
            { term: t.evidence, value: <span className="long-text">{it.evidence}</span> },
            { term: t.achievedOn, value: it.achievedOn },
            { term: t.publishedOn, value: it.publishedOn },
          ]}
        />
      </Panel>
      <Panel title={t.membersTitle(it.problems)}>
        <ul className="members">
          {it.suggestions.map((one) => (
            <li key={one.id}>
              <div>
                <Link to={`/suggestions/${one.id}`}>{one.title}</Link>
                <LinkedFacts it={one} />
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </DetailPage>
  )
}

function outcomeActs(t: typeof workbenchWords.zh, id: string): Act[] {
  const params = { id }
  return [
    {
      name: 'publish',
      label: t.act.publish,
      done: t.done.published,
      questions: [],
      send: (_, options) => calls.publishOutcome({ params }, options),
    },
    {
      name: 'retract',
      label: t.act.retract,
      done: t.done.retracted,
      effect: t.retractEffect,
      isDanger: true,
      questions: [{ name: 'reason', kind: 'text', label: t.retractReason, most: 500 }],
      send: (values, options) => calls.retractOutcome({ params, body: { reason: textOf(values, 'reason') } }, options),
    },
  ]
}
