import { Link } from '@tanstack/react-router'
import { Panel, useLive, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { Acts } from './acts.tsx'
import { topics, useCommitmentsOf } from './calls.ts'
import { History } from './history.tsx'
import { CommitmentStatus, DueLine, useNotes } from './status.tsx'
import { workbenchWords } from './words.ts'
import './commitments.css'

/** 承诺事项 on the page of the suggestion `id`: each promise, its date, its course and what I can do. Nothing where none was made. */
export default function CommitmentsPanel({ id }: { id: string }) {
  useLive(topics)
  const t = useWords(workbenchWords)
  const items = useCommitmentsOf(id).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={t.panelTitle(items.length)}>
      <ol className="promises">
        {items.map((it) => (
          <Promised key={it.id} it={it} />
        ))}
      </ol>
    </Panel>
  )
}

function Promised({ it }: { it: Detail }) {
  const t = useWords(workbenchWords)
  const notes = useNotes()(it)
  return (
    <li>
      <p className="promise-head">
        <CommitmentStatus it={it} />
        <span className="promise-due">
          <DueLine it={it} />
        </span>
      </p>
      <p className="promise-text">{it.content}</p>
      <p className="hint">
        {it.unit.name} · <Link to={`/commitments/${it.id}`}>{t.open}</Link>
      </p>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <details className="promise-history">
        <summary>{t.history}</summary>
        <History it={it} />
      </details>
      <Acts it={it} />
    </li>
  )
}
