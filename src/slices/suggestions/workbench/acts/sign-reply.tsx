import { Button, Input } from 'antd'
import { useState } from 'react'
import { FileChoice, FormErrors, FormField, useAction, useWords } from '#workbench/kit.ts'
import type { CallOptions } from '#workbench/kit.ts'
import type { Detail, ReplyDraft } from '../../contract.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { calls, topics, useProfile } from '../calls.ts'
import { replyWords } from '../reply-words.ts'
import { useToday } from '../use-today.ts'

const MOST_BYTES = 20 * 1024 * 1024
type Signing = { signedOn: string; file: File | null }

/** 登记签发: the day on which the head of the unit signed, and a scan of the stamped paper where there is one. */
export function SignReply({ it, saved }: { it: Detail; saved: ReplyDraft }) {
  const r = useWords(replyWords)
  const done = useWords(actWords).done.signReply
  const labels = useWords(words).action
  const today = useToday()
  const signedBy = useProfile().data?.signedBy ?? null
  const [given, setSignedOn] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const act = useAction((signing: Signing, options) => signWith(it.id, signing, options), { topics, labels, done })
  if (!it.allowed.includes('signReply')) return null
  const signedOn = given || today
  const isTooLarge = file !== null && file.size > MOST_BYTES
  return (
    <section className="reply-step">
      <h3>{r.signTitle}</h3>
      <p className="hint">
        {saved.signedOn ? `${r.signedDone(saved.signedOn)}。${r.savedUnsigned}` : r.signLead[signedBy ?? 'none']}
      </p>
      {saved.scanFileId && <p>✓ {r.scanKept}</p>}
      <FormErrors problem={act.problem} />
      <div className="field-row">
        <FormField name="signedOn" label={r.signedOn} problem={act.problem}>
          {(control) => (
            <Input
              {...control}
              className="day-input"
              type="date"
              max={today}
              value={signedOn}
              onChange={({ target }) => setSignedOn(target.value)}
            />
          )}
        </FormField>
        <FormField
          name="scanFileId"
          label={r.scan}
          isOptional
          hint={isTooLarge ? r.scanTooLarge : undefined}
          problem={act.problem}
        >
          {(control) => (
            <FileChoice
              id={control.id}
              describedBy={control['aria-describedby']}
              accept=".pdf,.png,.jpg,.jpeg"
              label={r.scanChoose}
              onChoose={([one = null]) => setFile(one)}
            >
              <span>{file?.name ?? r.scanNone}</span>
            </FileChoice>
          )}
        </FormField>
      </div>
      <div className="action-bar">
        <Button
          type={saved.signedOn ? 'default' : 'primary'}
          disabled={isTooLarge}
          loading={act.isRunning}
          onClick={() => void act.run({ signedOn, file })}
        >
          {saved.signedOn ? r.signAgain : r.sign}
        </Button>
      </div>
    </section>
  )
}

async function signWith(id: string, { signedOn, file }: Signing, options?: CallOptions): Promise<Detail> {
  const scanFileId = file ? (await calls.uploadFile({ query: { purpose: 'scan' }, body: file })).id : null
  return calls.signReply({ params: { id }, body: { signedOn, scanFileId } }, options)
}
