import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CallOptions } from '#workbench/kit.ts'
import { Panel, StatusTag, useAction, useWords } from '#workbench/kit.ts'
import type { Linked, Progress } from '../contract.ts'
import { touched } from './calls.ts'
import { QuestionForm } from './question-form.tsx'
import { pickedOf } from './questions.ts'
import { ProgressFigures } from './status.tsx'
import { workbenchWords } from './words.ts'

type Change = (suggestionId: string, options: CallOptions | undefined) => Promise<unknown>

/** The suggestions of a topic or a plan: how far they have come, each with its own state, and who may, adds or takes one away. */
export function Members({
  subject,
  progress,
  members,
  add,
  remove,
}: {
  subject: string
  progress: Progress
  members: readonly Linked[]
  add: Change | null
  remove: Change | null
}) {
  const t = useWords(workbenchWords)
  const hidden = progress.members - members.length
  return (
    <Panel title={t.membersTitle(progress.members)}>
      <ProgressFigures progress={progress} href="#members" />
      <ul className="members" id="members">
        {members.map((it) => (
          <Member key={it.id} it={it} remove={remove} />
        ))}
      </ul>
      {hidden > 0 && <p className="hint">{t.hiddenMembers(hidden)}</p>}
      {add && <AddMember subject={subject} add={add} />}
    </Panel>
  )
}

function Member({ it, remove }: { it: Linked; remove: Change | null }) {
  const t = useWords(workbenchWords)
  const action = useAction((id: string, options?: CallOptions) => (remove ?? nothing)(id, options), {
    topics: touched,
    done: t.removed,
  })
  return (
    <li>
      <div>
        <Link to={`/suggestions/${it.id}`}>{it.title}</Link>
        <LinkedFacts it={it} />
      </div>
      <StatusTag kind={it.isAnswered ? 'done' : 'normal'} word={it.isAnswered ? t.answered : t.unanswered} plain />
      {remove && (
        <Button
          size="small"
          aria-label={t.removeMember(it.title)}
          loading={action.isRunning}
          onClick={() => void action.run(it.id)}
        >
          {t.remove}
        </Button>
      )}
    </li>
  )
}

/** Which suggestion it is: number, deputy, unit. */
export function LinkedFacts({ it }: { it: Linked }) {
  const t = useWords(workbenchWords)
  const number = it.number === null ? it.reference : t.numbered(it.number)
  return <p className="hint">{[number, it.deputyName, it.unitName].filter(Boolean).join(' · ')}</p>
}

function AddMember({ subject, add }: { subject: string; add: Change }) {
  const t = useWords(workbenchWords)
  const action = useAction((id: string, options?: CallOptions) => add(id, options), { topics: touched, done: t.added })
  const send = async (ids: readonly string[]) => {
    for (const id of ids) if (!(await action.run(id))) return false
    return true
  }
  return (
    <QuestionForm
      name={`add:${subject}`}
      questions={[{ name: 'suggestions', kind: 'suggestions', label: t.addMember }]}
      initial={{}}
      label={t.add}
      isRunning={action.isRunning}
      refused={action.problem}
      send={(values) => send(pickedOf(values, 'suggestions').map((it) => it.id))}
    />
  )
}

async function nothing(): Promise<void> {}
