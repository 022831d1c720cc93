import { Link } from '@tanstack/react-router'
import { Panel, useLive, usePerson, useWords } from '#workbench/kit.ts'
import { nameOf } from '../rules/name.ts'
import { topics, useSome } from './calls.ts'
import { concernPages } from './index.ts'
import { workbenchWords } from './words.ts'

/** On the page of the suggestion `id`: the direct concern that it was, for those who may see that. Nothing where it was none. */
export default function ConcernsPanel({ id }: { id: string }) {
  useLive(topics)
  const t = useWords(workbenchWords)
  const { roles } = usePerson()
  const readers = concernPages[0]?.roles
  const isReader = readers !== undefined && readers !== 'everyone' && readers.some((role) => roles.includes(role))
  const items = useSome({ suggestionId: id }, isReader).data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={t.becameHere}>
      <ul className="concern-links">
        {items.map((it) => (
          <li key={it.id}>
            <Link to={`/concerns/${it.id}`}>{nameOf(it.text)}</Link>{' '}
            <span className="hint">{`${it.place} · ${it.unit.name}`}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
