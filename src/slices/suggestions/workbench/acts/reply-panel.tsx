import { Button } from 'antd'
import { useState } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FormErrors, Notice, Panel, usePerson, useWords } from '#workbench/kit.ts'
import type { Detail } from '../../contract.ts'
import { caseWords } from '../case-words.ts'
import { draftLetter } from '../../documents/workbench/documents-menu.tsx'
import { incomplete } from '../incomplete.ts'
import { Letter } from '../letter.tsx'
import { replyWords } from '../reply-words.ts'
import { workbenchWords } from '../words.ts'
import { KeptText } from './kept-text.tsx'
import { missingInReply, replyOf } from './reply-form.ts'
import { ReplyFields } from './reply-fields.tsx'
import { SendReply } from './send-reply.tsx'
import { SignReply } from './sign-reply.tsx'
import { useReplyDraft, type ReplyWriting } from './use-reply-draft.ts'

/** 答复代表 in three steps: written and kept on the server, signed, sent. */
export function ReplyPanel({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const r = useWords(replyWords)
  const { unitName = '' } = usePerson()
  const writing = useReplyDraft(it)
  const [missing, setMissing] = useState<Problem | null>(null)
  const [isPreviewed, setPreviewed] = useState(false)
  const { form } = writing
  if (!it.allowed.includes('draftReply')) return <Kept it={it} writing={writing} />
  const problem = missing ?? writing.problem
  const save = () => {
    const found = incomplete(missingInReply(form, t, r))
    setMissing(found)
    if (!found && writing.isDirty) void writing.save()
  }
  return (
    <Panel title={t.replyTitle} isScreenOnly>
      <FormErrors problem={problem} />
      {writing.isBehind && <Behind writing={writing} />}
      <ReplyFields it={it} form={form} problem={problem} change={writing.change} />
      <div className="action-bar">
        <Button type={writing.isDirty || !writing.saved ? 'primary' : 'default'} loading={writing.isSaving} onClick={save}>
          {r.save}
        </Button>
        <Button aria-expanded={isPreviewed} onClick={() => setPreviewed(!isPreviewed)}>
          {isPreviewed ? r.closePreview : r.preview}
        </Button>
        {writing.saved && !writing.isDirty && (
          <a className="link-button" href={draftLetter(it.id, writing.saved.unit.id)} download>
            {r.previewPdf}
          </a>
        )}
        <span role="status" className="hint">
          {writing.note || r.keptHere}
        </span>
      </div>
      {isPreviewed && <Letter it={it} reply={replyOf(form)} unitName={unitName} />}
      {writing.saved && !writing.isDirty && <SignReply it={it} saved={writing.saved} />}
      <SendReply it={it} writing={writing} />
    </Panel>
  )
}

function Behind({ writing }: { writing: ReplyWriting }) {
  const r = useWords(replyWords)
  const t = useWords(workbenchWords)
  return (
    <Notice tone="warning" title={r.behind}>
      <div className="action-bar">
        <Button onClick={writing.keepMine}>{t.keepMine}</Button>
        <Button onClick={writing.takeTheirs}>{t.takeTheirs}</Button>
      </div>
    </Notice>
  )
}

/** What was typed here and never went out, once nothing can be sent any more. */
function Kept({ it, writing: { form, isDirty, forget } }: { it: Detail; writing: ReplyWriting }) {
  const t = useWords(caseWords)
  const sent = new Set(it.replies.flatMap(({ text, points }) => [text, ...points]))
  const texts = isDirty ? [form.text, ...form.points].filter((text) => !sent.has(text.trim())) : []
  return <KeptText title={t.replyTitle} texts={texts} onDiscard={forget} />
}
