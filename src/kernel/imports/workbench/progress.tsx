import { Button } from 'antd'
import { useWords, useAction } from '#workbench/kit.ts'
import type { Run } from '../contract.ts'
import { calls, progressOf, topics } from './calls.ts'
import { words } from './words.ts'

const STEP = 10

/** Real counts, never a timer; said aloud at each tenth. */
export function Progress({ it }: { it: Run }) {
  const t = useWords(words)
  const cancel = useAction(calls.cancelImport, { topics, done: t.cancelled })
  const { done, most } = progressOf(it)
  const share = most === 0 ? 0 : Math.floor((done * 100) / most)
  const text = most === 0 ? t.reading : t.progress(t.status[it.status], done, most)
  return (
    <section className="import-progress" aria-label={t.status[it.status]}>
      <progress
        max={100}
        value={share}
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        aria-label={text}
      />
      <p>
        <b>{text}</b>　<span className="hint">{t.canLeave}</span>
      </p>
      <p className="hidden" role="status">
        {most === 0 ? t.reading : t.progress(t.status[it.status], Math.floor(share / STEP) * STEP, 100)}
      </p>
      {it.allowed.includes('cancel') && (
        <Button loading={cancel.isRunning} onClick={() => void cancel.run({ params: { id: it.id } })}>
          {t.cancel}
        </Button>
      )}
    </section>
  )
}
