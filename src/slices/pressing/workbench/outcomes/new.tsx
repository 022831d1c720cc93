import { useNavigate } from '@tanstack/react-router'
import type { CallOptions } from '#workbench/kit.ts'
import { Loading, Panel, useAction, useFilters, useWords, WorkPage } from '#workbench/kit.ts'
import { words } from '../../words.ts'
import { calls, touched, useToday } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { QuestionForm } from '../question-form.tsx'
import type { Values } from '../questions.ts'
import { workbenchWords } from '../words.ts'
import { outcomeQuestions, toBody } from './questions.ts'
import '../pressing.css'

/** 登记成果; `?suggestionId=…&title=…` comes from the page of a suggestion. */
export default function NewOutcome() {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const w = useWords(words)
  const today = useToday()
  const navigate = useNavigate()
  const { suggestionId, title } = useFilters().filters
  const act = useAction((values: Values, options?: CallOptions) => calls.recordOutcome({ body: toBody(values) }, options), {
    topics: touched,
    done: t.done.recorded,
    onDone: ({ id }) => void navigate({ to: `/pressing/outcomes/${id}` }),
  })
  if (today === '') return <Loading />
  const about = suggestionId ? [{ id: suggestionId, name: title ?? suggestionId }] : []
  return (
    <WorkPage title={p.newOutcome} lead={t.newOutcomeLead} backTo="/pressing/outcomes" backLabel={p.outcomes}>
      <Panel title={p.outcome}>
        <QuestionForm
          name={`outcome:new:${suggestionId ?? ''}`}
          questions={outcomeQuestions(t, w, today)}
          initial={{ achievedOn: today, suggestionIds: about }}
          label={p.newOutcome}
          isRunning={act.isRunning}
          refused={act.problem}
          send={(values) => act.run(values)}
        />
      </Panel>
    </WorkPage>
  )
}
