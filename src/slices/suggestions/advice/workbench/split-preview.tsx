import { Button, Checkbox } from 'antd'
import { useMemo, useState } from 'react'
import { useWords } from '#workbench/kit.ts'
import { splitPaste, type Split } from '../rules/split-paste.ts'
import type { Way } from './taken.ts'
import { writingWords } from './words.ts'

/** What a whole text would become, field by field, before anything is filled in. */
export function SplitPreview({
  source,
  isFilled,
  onTake,
}: {
  source: string
  isFilled: boolean
  onTake: (split: Split, way: Way, keepsLeftOut: boolean) => void
}) {
  const t = useWords(writingWords)
  const split = useMemo(() => splitPaste(source), [source])
  const [keepsLeftOut, setKeepsLeftOut] = useState(false)
  const take = (way: Way) => onTake(split, way, keepsLeftOut)
  return (
    <section className="split-preview" aria-label={t.result}>
      <h2>{t.result}</h2>
      <dl>
        <dt>{t.title}</dt>
        <dd>{split.title || t.noTitle}</dd>
        <dt>
          {t.matter} <span className="hint">{t.characters(split.matter.length)}</span>
        </dt>
        <dd className="long-text">{split.matter || t.noMatter}</dd>
        <dt>
          {t.requests} <span className="hint">{t.items(split.requests.length)}</span>
        </dt>
        <dd>{split.requests.length > 0 ? <Requests requests={split.requests} /> : t.noRequests}</dd>
        {split.leftOut.length > 0 && (
          <>
            <dt>{t.leftOut}</dt>
            <dd>
              <p className="long-text">{split.leftOut.join('\n')}</p>
              <p className="hint">{t.leftOutHint}</p>
              <Checkbox checked={keepsLeftOut} onChange={({ target }) => setKeepsLeftOut(target.checked)}>
                {t.keepLeftOut}
              </Checkbox>
            </dd>
          </>
        )}
      </dl>
      {split.labels.length > 0 && <p className="hint">{t.labels(split.labels.join('　'))}</p>}
      {isFilled && <p>{t.isFilled}</p>}
      <div className="action-bar">
        {isFilled ? (
          <>
            <Button type="primary" onClick={() => take('append')}>
              {t.append}
            </Button>
            <Button onClick={() => take('replace')}>{t.replace}</Button>
          </>
        ) : (
          <Button type="primary" onClick={() => take('replace')}>
            {t.take}
          </Button>
        )}
      </div>
    </section>
  )
}

function Requests({ requests }: { requests: readonly string[] }) {
  return (
    <ol>
      {requests.map((request, at) => (
        <li key={at} className="long-text">
          {request}
        </li>
      ))}
    </ol>
  )
}
