import { beijingMoment } from '#lib/pure/moment.ts'
import { ActionBar, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Run } from '../contract.ts'
import { calls, topics } from './calls.ts'
import { words } from './words.ts'

/** What is in, and until when it can be taken back. */
export function ResultPanel({ it }: { it: Run }) {
  const t = useWords(words)
  const undo = useAction(calls.undoImport, { topics })
  const { imported } = it.counts
  if (imported === 0 || it.status === 'importing' || it.status === 'undoing') return null
  return (
    <Panel title={t.done(imported)} isScreenOnly>
      {it.undoUntil && it.allowed.includes('undo') && <p className="hint">{t.undoUntil(beijingMoment(it.undoUntil))}</p>}
      <ActionBar
        allowed={it.allowed}
        actions={[
          {
            name: 'undo',
            label: t.undo,
            isRunning: undo.isRunning,
            run: () => void undo.run({ params: { id: it.id } }),
            danger: { effect: t.undoEffect(imported) },
          },
        ]}
      />
    </Panel>
  )
}
