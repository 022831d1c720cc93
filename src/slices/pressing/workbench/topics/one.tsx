import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { beijingDay } from '#lib/pure/moment.ts'
import { CaseRecord, DetailPage, Facts, Failed, Loading, Panel, useLive, usePathParam, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../topics/contract.ts'
import { words } from '../../words.ts'
import { Acts } from '../acts.tsx'
import { calls, topics, useToday } from '../calls.ts'
import { Members } from '../members.tsx'
import { pageWords } from '../page-words.ts'
import { TopicStatus } from '../status.tsx'
import { workbenchWords } from '../words.ts'
import { topicActs } from './acts.ts'
import '../pressing.css'

/** 重点督办选题: why and how it is pressed for, its suggestions and how far they have come, its reports. */
export default function TopicPage() {
  useLive(['pressing', 'suggestions'])
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...topics, 'topic', id], queryFn: () => calls.getTopic({ params: { id } }) })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Topic key={id} it={query.data} />
}

function Topic({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const today = useToday()
  const { id, allowed } = it
  const params = { id }
  return (
    <DetailPage
      title={it.title}
      status={<TopicStatus status={it.status} />}
      backTo="/pressing/topics"
      backLabel={p.topics}
      actions={
        allowed.includes('edit') && (
          <Link className="link-button" to={`/pressing/topics/${id}/edit`}>
            {p.editTopic}
          </Link>
        )
      }
      aside={<Record it={it} />}
    >
      <Acts subject={id} allowed={allowed} acts={topicActs(t, id, today)} />
      <About it={it} />
      <Members
        subject={id}
        progress={it.progress}
        members={it.members}
        add={
          allowed.includes('addMember')
            ? (suggestionId, options) => calls.addTopicMember({ params, body: { suggestionId } }, options)
            : null
        }
        remove={
          allowed.includes('removeMember')
            ? (suggestionId, options) => calls.removeTopicMember({ params: { id, suggestionId } }, options)
            : null
        }
      />
      <Reports it={it} />
    </DetailPage>
  )
}

function About({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const w = useWords(words)
  return (
    <Panel title={t.about}>
      <Facts
        items={[
          { term: t.year, value: it.year },
          { term: t.leadCommittee, value: it.leadCommittee.name },
          { term: t.leader, value: it.leaderName },
          { term: t.units, value: it.units.map((unit) => unit.name).join('、') },
          { term: t.criteria, value: it.criteria.map((one) => w.criterion[one]).join('、') },
          { term: t.means, value: it.means.map((one) => w.means[one]).join('、') },
          { term: t.reason, value: <span className="long-text">{it.reason}</span> },
          { term: t.dropReason, value: it.dropReason },
          { term: t.decidedOn, value: it.decidedOn },
          { term: t.decision, value: it.decision },
          { term: t.pressingPlan, value: it.plan && <span className="long-text">{it.plan}</span> },
        ]}
      />
    </Panel>
  )
}

function Reports({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  if (it.reports.length === 0 && !it.conclusion) return null
  return (
    <Panel title={t.reports(it.reports.length)}>
      <CaseRecord
        entries={[
          ...it.reports.map(({ id, reportedOn, text }) => ({ key: id, on: reportedOn, what: text })),
          ...(it.conclusion && it.concludedOn
            ? [{ key: 'conclusion', on: it.concludedOn, who: t.finalReport, what: it.conclusion }]
            : []),
        ].toReversed()}
      />
    </Panel>
  )
}

function Record({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  return (
    <Panel title={t.record}>
      <CaseRecord
        entries={it.timeline.toReversed().map(({ id, at, sentence }) => ({ key: id, on: beijingDay(at), what: sentence }))}
      />
    </Panel>
  )
}
