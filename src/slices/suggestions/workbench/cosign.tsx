import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Failed, Loading, Notice, WorkPage, useAction, useLive, usePathParam, usePerson, useWords } from '#workbench/kit.ts'
import type { CosignInput, Detail } from '../contract.ts'
import { words } from '../words.ts'
import { actWords } from './act-words.ts'
import { calls, topics, useSuggestion } from './calls.ts'
import { CaseText, Cosigners } from './case-parts.tsx'
import './suggestions.css'

/** The page that an invitation leads to, on a phone: the whole text, and at its end the two answers. */
export default function CosignPage() {
  useLive(topics)
  const id = usePathParam('id')
  const query = useSuggestion(id)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return <Cosign it={query.data} />
}

function Cosign({ it }: { it: Detail }) {
  const t = useWords(actWords)
  const mine = useMine(it)
  const isAsked = it.allowed.includes('cosign')
  return (
    <WorkPage title={t.cosignTitle} lead={t.cosignLead(it.deputy.name, it.textVersion)} backTo="/suggestions?mine=cosigned">
      {isAsked && mine?.answer && !mine.isCurrent && <Notice tone="warning" title={t.cosignAgain} />}
      <h2 className="cosign-title">{it.title}</h2>
      <CaseText it={it} />
      <Cosigners it={it} />
      {isAsked ? <Answers key={it.textVersion} it={it} /> : <Answered it={it} answer={mine?.answer ?? null} />}
    </WorkPage>
  )
}

/** The answer is about the version that stands on the screen; a newer one is shown and read first (412). */
function Answers({ it }: { it: Detail }) {
  const t = useWords(actWords)
  const w = useWords(words).action
  const act = useAction(calls.cosignSuggestion, { topics, labels: w })
  const say = (answer: CosignInput['answer']) =>
    void act.run({ params: { id: it.id }, body: { answer, textVersion: it.textVersion } })
  return (
    <div className="action-bar answer-bar">
      <Button type="primary" loading={act.isRunning} onClick={() => say('confirmed')}>
        {w.cosign}
      </Button>
      <Button loading={act.isRunning} onClick={() => say('declined')}>
        {t.refuseCosign}
      </Button>
    </div>
  )
}

function Answered({ it, answer }: { it: Detail; answer: CosignInput['answer'] | null }) {
  const t = useWords(actWords)
  return (
    <Notice title={t.cosignAnswered[answer ?? 'none']}>
      <Link className="link-button" to={`/suggestions/${it.id}`}>
        {t.seeSuggestion}
      </Link>
    </Notice>
  )
}

/** This person's own line among the co-signers. */
function useMine(it: Detail) {
  const { name } = usePerson()
  return it.cosigners.find(({ deputy }) => deputy.name === name)
}
