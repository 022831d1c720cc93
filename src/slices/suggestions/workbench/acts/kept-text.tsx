import { Button } from 'antd'
import { Panel, useWords } from '#workbench/kit.ts'
import { caseWords } from '../case-words.ts'

/** What somebody had typed for a step that is no longer possible: still here to be copied, until they let it go. */
export function KeptText({ title, texts, onDiscard }: { title: string; texts: readonly string[]; onDiscard: () => void }) {
  const t = useWords(caseWords)
  const written = texts.filter((text) => text.trim() !== '')
  if (written.length === 0) return null
  return (
    <Panel title={`${t.keptTitle}：${title}`}>
      <p>{t.keptLead}</p>
      {written.map((text, at) => (
        <p key={at} className="long-text kept-text">
          {text}
        </p>
      ))}
      <div className="action-bar">
        <Button onClick={onDiscard}>{t.discard}</Button>
      </div>
    </Panel>
  )
}
