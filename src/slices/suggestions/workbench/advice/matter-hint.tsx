import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Notice, controlId, useAction, useWords } from '#workbench/kit.ts'
import { groundHints, type GroundHint } from '../../advice/rules/ground-hints.ts'
import { otherMatters, type OtherMatter } from '../../advice/rules/matters.ts'
import { splitOff } from '../../advice/rules/split-off.ts'
import type { Detail } from '../../contract.ts'
import { calls, topics, useProfile } from '../calls.ts'
import type { AdviceDraft } from './draft.ts'
import { useSettled } from './draft.ts'
import { adviceWords } from './words.ts'
import './advice.css'

/**
 * 一件建议只说一件事, and what looks like no suggestion at all: hints beside the form, never blocking. 拆开 saves the requests of the other
 * matter as a second draft and hands those that stay to `onSplit`.
 */
export function MatterHint({ draft, onSplit }: { draft: AdviceDraft; onSplit: (rest: string[]) => void }) {
  const profile = useProfile().data
  const settled = useSettled(draft)
  const grounds = groundHints(settled, profile?.grounds.map(({ code }) => code) ?? [])
  const others = otherMatters(settled)
  const isCurrent = JSON.stringify(settled.requests) === JSON.stringify(draft.requests)
  return (
    <>
      {grounds.map((hint) => (
        <GroundNotice
          key={hint.ground}
          hint={hint}
          label={profile?.grounds.find(({ code }) => code === hint.ground)?.label ?? ''}
          draft={settled}
        />
      ))}
      <SplitNotice draft={draft} others={isCurrent ? others : []} onSplit={onSplit} />
    </>
  )
}

function GroundNotice({ hint, label, draft }: { hint: GroundHint; label: string; draft: AdviceDraft }) {
  const t = useWords(adviceWords)
  const show = () => document.getElementById(controlId(placeOf(hint.words[0] ?? '', draft)))?.focus()
  return (
    <Notice tone="warning" title={t.ground(label)}>
      <p>{t.found(hint.words.join('、'))}</p>
      <p className="hint">{t.hintOnly}</p>
      <div className="action-bar">
        <Button onClick={show}>{t.change}</Button>
      </div>
    </Notice>
  )
}

/** The field in which a word stands. */
function placeOf(word: string, { title, requests }: AdviceDraft): string {
  if (title.includes(word)) return 'title'
  const at = requests.findIndex((request) => request.includes(word))
  return at === -1 ? 'matter' : `requests.${at}`
}

function SplitNotice({
  draft,
  others,
  onSplit,
}: {
  draft: AdviceDraft
  others: readonly OtherMatter[]
  onSplit: (rest: string[]) => void
}) {
  const t = useWords(adviceWords)
  const [kept, setKept] = useState('')
  const [second, setSecond] = useState<Detail | null>(null)
  const create = useAction(calls.draftSuggestion, { topics, onDone: setSecond })
  const key = others.map(({ at }) => draft.requests[at]).join('\n')
  if (others.length === 0 || key === kept) return second && <SecondDraft it={second} onClose={() => setSecond(null)} />
  const places = others.map(({ at }) => at + 1).join('、')
  const split = async () => {
    // The second draft is of the same category; nobody but the writer chooses it.
    if (!draft.category) return document.getElementById(controlId('category'))?.focus()
    const { rest, second: text } = splitOff(draft, others, t.splitMatter(draft.title.trim()))
    const { category, isPublic, isConfidential = false } = draft
    const body = { ...text, requests: [...text.requests], category, isPublic: isPublic ?? false, isConfidential }
    if (await create.run({ body })) onSplit([...rest])
  }
  return (
    <Notice title={others.length > 1 ? t.severalMatters(places) : t.oneMatter(places)}>
      <p>{t.because(others.flatMap(({ words }) => words).join('、'))}</p>
      {!draft.category && <p className="hint">{t.splitNeedsCategory}</p>}
      <div className="action-bar">
        <Button loading={create.isRunning} onClick={() => void split()}>
          {t.split}
        </Button>
        <Button onClick={() => setKept(key)}>{t.keep}</Button>
      </div>
    </Notice>
  )
}

function SecondDraft({ it, onClose }: { it: Detail; onClose: () => void }) {
  const t = useWords(adviceWords)
  return (
    <Notice title={t.splitDone(it.title)} close={{ label: t.close, onClick: onClose }}>
      <p>
        <Link className="advice-look" to={`/suggestions/${it.id}/edit`} target="_blank">
          {t.openSecond}
        </Link>
      </p>
    </Notice>
  )
}
