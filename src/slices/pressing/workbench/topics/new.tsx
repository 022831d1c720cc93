import { useNavigate } from '@tanstack/react-router'
import type { CallOptions } from '#workbench/kit.ts'
import { Panel, useAction, useWords, WorkPage } from '#workbench/kit.ts'
import { words } from '../../words.ts'
import { calls, topics, useToday } from '../calls.ts'
import { pageWords } from '../page-words.ts'
import { QuestionForm } from '../question-form.tsx'
import { idsOf, type Values } from '../questions.ts'
import { workbenchWords } from '../words.ts'
import { toBody, topicQuestions } from './questions.ts'
import '../pressing.css'

/** 提出选题: a committee proposes what it will lead. */
export default function NewTopic() {
  const t = useWords(workbenchWords)
  const p = useWords(pageWords)
  const w = useWords(words)
  const today = useToday()
  const navigate = useNavigate()
  const act = useAction(
    (values: Values, options?: CallOptions) =>
      calls.proposeTopic({ body: { ...toBody(values), suggestionIds: idsOf(values, 'suggestionIds') } }, options),
    { topics, done: t.done.proposed, onDone: ({ id }) => void navigate({ to: `/pressing/topics/${id}` }) },
  )
  if (today === '') return null
  return (
    <WorkPage title={p.newTopic} lead={t.newTopicLead} backTo="/pressing/topics" backLabel={p.topics}>
      <Panel title={p.topic}>
        <QuestionForm
          name="topic:new"
          questions={[
            ...topicQuestions(t, w),
            { name: 'suggestionIds', kind: 'suggestions', label: t.suggestions, hint: t.suggestionsHint, isOptional: true },
          ]}
          initial={{ year: today.slice(0, 4) }}
          label={p.newTopic}
          isRunning={act.isRunning}
          refused={act.problem}
          send={(values) => act.run(values)}
        />
      </Panel>
    </WorkPage>
  )
}
