import { useWords } from '#workbench/kit.ts'
import type { Item } from '../../guidance/contract.ts'
import { Acts } from '../acts.tsx'
import { GuidanceStatus } from '../status.tsx'
import { workbenchWords } from '../words.ts'
import { guidanceActs } from './acts.ts'

/** Guidance notices as entries of the panel: what was said, by when, what the unit answered. */
export function GuidanceNotes({ items }: { items: readonly Item[] }) {
  const t = useWords(workbenchWords)
  return items.map((it) => (
    <li key={it.id}>
      <div>
        <b>{t.guidance}</b>
        <p className="long-text">{it.text}</p>
        <p className="hint">{t.guidanceDays(it.unit.name, it.issuedOn, it.dueOn)}</p>
        {it.answer && <p className="long-text">{t.answeredBy(it.unit.name, it.answer)}</p>}
        <Acts subject={it.id} allowed={it.allowed} acts={guidanceActs(t, it.id)} />
      </div>
      <GuidanceStatus it={it} />
    </li>
  ))
}
