import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CallOptions } from '#workbench/kit.ts'
import { Failed, Loading, Panel, useAction, usePathParam, useWords, WorkPage } from '#workbench/kit.ts'
import type { Detail } from '../../topics/contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { QuestionForm } from '../question-form.tsx'
import { idsOf, type Values } from '../questions.ts'
import { workbenchWords } from '../words.ts'
import { committeeQuestion, toBody, topicQuestions, valuesOf } from './questions.ts'
import '../pressing.css'

export default function EditTopic() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...topics, 'topic', id], queryFn: () => calls.getTopic({ params: { id } }) })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Form key={id} it={query.data} />
}

function Form({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const w = useWords(words)
  const navigate = useNavigate()
  const back = `/pressing/topics/${it.id}`
  const act = useAction(
    (values: Values, options?: CallOptions) => {
      const body = { ...toBody(values), leadCommitteeId: idsOf(values, 'leadCommitteeId')[0] ?? '' }
      return calls.editTopic({ params: { id: it.id }, body }, { ...options, ifMatch: it.version })
    },
    { topics, done: t.done.edited, onDone: () => void navigate({ to: back }) },
  )
  return (
    <WorkPage title={p.editTopic} backTo={back} backLabel={it.title}>
      <Panel title={p.topic}>
        <QuestionForm
          name={`topic:${it.id}:${it.version}`}
          questions={[...topicQuestions(t, w), committeeQuestion(t)]}
          initial={valuesOf(it, w)}
          label={t.save}
          isRunning={act.isRunning}
          refused={act.problem}
          send={(values) => act.run(values)}
        />
      </Panel>
    </WorkPage>
  )
}
