import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CallOptions } from '#workbench/kit.ts'
import { Failed, Loading, Panel, useAction, usePathParam, useWords, WorkPage } from '#workbench/kit.ts'
import type { Detail } from '../../plans/contract.ts'
import { calls, topics } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { QuestionForm } from '../question-form.tsx'
import type { Values } from '../questions.ts'
import { workbenchWords } from '../words.ts'
import { planQuestions, toBody } from './questions.ts'
import '../pressing.css'

export default function EditPlan() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...topics, 'plan', id], queryFn: () => calls.getPlan({ params: { id } }) })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Form key={id} it={query.data} />
}

function Form({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const navigate = useNavigate()
  const back = `/pressing/plans/${it.id}`
  const act = useAction(
    (values: Values, options?: CallOptions) =>
      calls.editPlan({ params: { id: it.id }, body: toBody(values) }, { ...options, ifMatch: it.version }),
    { topics, done: t.done.edited, onDone: () => void navigate({ to: back }) },
  )
  return (
    <WorkPage title={p.editPlan} backTo={back} backLabel={it.title}>
      <Panel title={p.plan}>
        <QuestionForm
          name={`plan:${it.id}:${it.version}`}
          questions={planQuestions(t)}
          initial={{ title: it.title, text: it.text, replyText: it.replyText }}
          label={t.save}
          isRunning={act.isRunning}
          refused={act.problem}
          send={(values) => act.run(values)}
        />
      </Panel>
    </WorkPage>
  )
}
