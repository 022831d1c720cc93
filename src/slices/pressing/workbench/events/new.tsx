import { useNavigate } from '@tanstack/react-router'
import type { CallOptions } from '#workbench/kit.ts'
import { Panel, useAction, useWords, WorkPage } from '#workbench/kit.ts'
import { calls, topics } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { QuestionForm } from '../question-form.tsx'
import type { Values } from '../questions.ts'
import { workbenchWords } from '../words.ts'
import { eventQuestions, toBody } from './questions.ts'
import '../pressing.css'

export default function NewEvent() {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const navigate = useNavigate()
  const act = useAction((values: Values, options?: CallOptions) => calls.arrangeFaceToFace({ body: toBody(values) }, options), {
    topics,
    done: t.done.arranged,
    onDone: ({ id }) => void navigate({ to: `/pressing/events/${id}` }),
  })
  return (
    <WorkPage title={p.newEvent} lead={t.newEventLead} backTo="/pressing/events" backLabel={p.events}>
      <Panel title={p.event}>
        <QuestionForm
          name="event:new"
          questions={eventQuestions(t)}
          initial={{}}
          label={p.newEvent}
          isRunning={act.isRunning}
          refused={act.problem}
          send={(values) => act.run(values)}
        />
      </Panel>
    </WorkPage>
  )
}
