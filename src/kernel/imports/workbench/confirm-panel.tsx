import { Button, Radio } from 'antd'
import { useState } from 'react'
import { Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Run } from '../contract.ts'
import { calls, topics } from './calls.ts'
import { words } from './words.ts'

/** The decision, after the check: the good rows now, or all or none. */
export function ConfirmPanel({ it }: { it: Run }) {
  const t = useWords(words)
  const [mode, setMode] = useState<'good' | 'all'>('good')
  const confirm = useAction(calls.confirmImport, { topics, done: t.started })
  const cancel = useAction(calls.cancelImport, { topics, done: t.cancelled })
  const { good, bad } = it.counts
  if (it.status !== 'checked') return null
  const canImport = it.allowed.includes('import') && (mode === 'good' || bad === 0)
  return (
    <Panel title={t.confirmTitle} isScreenOnly>
      {good === 0 ? (
        <p>{t.noneGood}</p>
      ) : bad > 0 ? (
        <Radio.Group className="import-modes" value={mode} onChange={({ target }) => setMode(target.value as 'good' | 'all')}>
          <Radio value="good">{t.modeGood(good, bad)}</Radio>
          <Radio value="all">{t.modeAll}</Radio>
        </Radio.Group>
      ) : null}
      <div className="action-bar">
        <Button
          type="primary"
          disabled={!canImport}
          loading={confirm.isRunning}
          onClick={() => void confirm.run({ params: { id: it.id }, body: { mode } })}
        >
          {mode === 'good' || bad === 0 ? t.importNow(good) : t.importAll}
        </Button>
        <Button loading={cancel.isRunning} onClick={() => void cancel.run({ params: { id: it.id } })}>
          {t.cancel}
        </Button>
        <span className="hint">{t.undoHint}</span>
      </div>
    </Panel>
  )
}
