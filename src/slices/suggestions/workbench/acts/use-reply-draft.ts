import { useEffect, useRef } from 'react'
import { useAction, useDraft, usePerson, useWords } from '#workbench/kit.ts'
import type { Problem } from '#workbench/kit.ts'
import type { Detail, ReplyDraft } from '../../contract.ts'
import { words } from '../../words.ts'
import { calls, topics } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { replyWords } from '../reply-words.ts'
import { isSameReply, missingInReply, replyFormOf, replyOf, type ReplyForm } from './reply-form.ts'

const EVERY = 2_000
type Kept = { form: ReplyForm; version: number }

export interface ReplyWriting {
  readonly form: ReplyForm
  /** What the unit has on the server, if anything. */
  readonly saved: ReplyDraft | undefined
  /** What stands here is not what the server has. */
  readonly isDirty: boolean
  /** A colleague changed the server's draft after this one was begun. */
  readonly isBehind: boolean
  readonly isSaving: boolean
  readonly problem: Problem | null
  readonly note: string
  readonly change: (part: Partial<ReplyForm>) => void
  /** Sends it to the server; true when it stands there. */
  readonly save: () => Promise<boolean>
  readonly keepMine: () => void
  readonly takeTheirs: () => void
  readonly forget: () => void
}

/**
 * A reply while it is written: kept on this device every two seconds, and on the server as soon as it is whole, so that a colleague can go on.
 * Without changes of its own it follows the server.
 */
export function useReplyDraft(it: Detail): ReplyWriting {
  const { unitName } = usePerson()
  const t = useWords(caseWords)
  const r = useWords(replyWords)
  const local = useDraft<Kept | null>(`reply-draft:${it.id}:${it.round}`, null)
  const saved = it.replyDrafts.find(({ unit }) => unit.name === unitName)
  const theirs = replyFormOf(it, unitName)
  const version = saved?.version ?? 0
  const form = local.value?.form ?? theirs
  const isDirty = !isSameReply(form, theirs)
  const isBehind = isDirty && local.value !== null && local.value.version !== version
  const act = useAction(calls.draftReply, { topics, labels: useWords(words).action })
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  const keep = (next: ReplyForm, of = local.value?.version ?? version) => local.setValue({ form: next, version: of })
  const save = async (): Promise<boolean> => {
    const sent = latest.current
    const isDone = await act.run({ params: { id: it.id }, body: replyOf(sent) }, { ifMatch: local.value?.version ?? version })
    if (isDone && latest.current === sent) local.clear()
    else if (isDone) keep(latest.current, version + 1)
    return isDone
  }
  const isWhole = missingInReply(form, t, r).length === 0
  useAutosave({ isWanted: isDirty && isWhole && !isBehind && !act.isRunning && it.allowed.includes('draftReply'), form, save })
  return {
    form,
    saved,
    isDirty,
    isBehind,
    isSaving: act.isRunning,
    problem: act.problem,
    note: isDirty || !saved ? local.note : r.saved(saved.version),
    change: (part) => keep({ ...form, ...part }),
    save,
    keepMine: () => keep(form, version),
    takeTheirs: local.clear,
    forget: local.clear,
  }
}

/** Saves what has stood still for two seconds; what was refused waits for a change, and is not sent again and again. */
function useAutosave({ isWanted, form, save }: { isWanted: boolean; form: ReplyForm; save: () => Promise<boolean> }): void {
  const refused = useRef('')
  const doing = useRef(save)
  useEffect(() => {
    doing.current = save
  })
  const asked = JSON.stringify(replyOf(form))
  useEffect(() => {
    if (!isWanted || refused.current === asked) return
    const timer = setTimeout(() => {
      void doing.current().then((isDone) => {
        refused.current = isDone ? '' : asked
      })
    }, EVERY)
    return () => clearTimeout(timer)
  }, [isWanted, asked])
}
