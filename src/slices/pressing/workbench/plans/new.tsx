import { useNavigate } from '@tanstack/react-router'
import type { CallOptions } from '#workbench/kit.ts'
import { Loading, Panel, useAction, usePerson, useWords, WorkPage } from '#workbench/kit.ts'
import { calls, topics, useUnits } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { QuestionForm } from '../question-form.tsx'
import { idsOf, type Values } from '../questions.ts'
import { workbenchWords } from '../words.ts'
import { planQuestions, toBody } from './questions.ts'
import '../pressing.css'

/** 并案办理: a unit's own suggestions, or those of any unit for the deputies' committee. */
export default function NewPlan() {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const { unitName } = usePerson()
  const units = useUnits()
  const navigate = useNavigate()
  const act = useAction(
    (values: Values, options?: CallOptions) => {
      const body = { ...toBody(values), unitId: idsOf(values, 'unitId')[0] ?? '', suggestionIds: idsOf(values, 'suggestionIds') }
      return calls.makePlan({ body }, options)
    },
    { topics, done: t.done.planned, onDone: ({ id }) => void navigate({ to: `/pressing/plans/${id}` }) },
  )
  if (units.isPending) return <Loading />
  const own = (units.data?.items ?? []).filter((it) => it.name === unitName)
  return (
    <WorkPage title={p.newPlan} lead={t.newPlanLead} backTo="/pressing/plans" backLabel={p.plans}>
      <Panel title={p.plan}>
        <QuestionForm
          name="plan:new"
          questions={[
            { name: 'unitId', kind: 'unit', label: t.unit },
            ...planQuestions(t),
            { name: 'suggestionIds', kind: 'suggestions', label: t.suggestions, hint: t.suggestionsHint },
          ]}
          initial={{ unitId: own.map(({ id, name }) => ({ id, name })) }}
          label={p.newPlan}
          isRunning={act.isRunning}
          refused={act.problem}
          send={(values) => act.run(values)}
        />
      </Panel>
    </WorkPage>
  )
}
