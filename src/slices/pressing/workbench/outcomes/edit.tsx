import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { CallOptions } from '#workbench/kit.ts'
import { Failed, Loading, Panel, useAction, usePathParam, useWords, WorkPage } from '#workbench/kit.ts'
import type { Detail } from '../../outcomes/contract.ts'
import { words } from '../../words.ts'
import { calls, topics, touched, useToday } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { QuestionForm } from '../question-form.tsx'
import type { Values } from '../questions.ts'
import { workbenchWords } from '../words.ts'
import { outcomeQuestions, toBody, valuesOf } from './questions.ts'
import '../pressing.css'

export default function EditOutcome() {
  const id = usePathParam('id')
  const query = useQuery({ queryKey: [...topics, 'outcome', id], queryFn: () => calls.getOutcome({ params: { id } }) })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Form key={id} it={query.data} />
}

function Form({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const w = useWords(words)
  const today = useToday()
  const navigate = useNavigate()
  const back = `/pressing/outcomes/${it.id}`
  const act = useAction(
    (values: Values, options?: CallOptions) =>
      calls.editOutcome({ params: { id: it.id }, body: toBody(values) }, { ...options, ifMatch: it.version }),
    { topics: touched, done: t.done.edited, onDone: () => void navigate({ to: back }) },
  )
  return (
    <WorkPage title={p.editOutcome} backTo={back} backLabel={it.title}>
      <Panel title={p.outcome}>
        <QuestionForm
          name={`outcome:${it.id}:${it.version}`}
          questions={outcomeQuestions(t, w, today)}
          initial={valuesOf(it)}
          label={t.save}
          isRunning={act.isRunning}
          refused={act.problem}
          send={(values) => act.run(values)}
        />
      </Panel>
    </WorkPage>
  )
}
