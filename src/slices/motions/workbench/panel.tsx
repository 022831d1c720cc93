import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Panel, usePerson, useWords } from '#workbench/kit.ts'
import { words } from '../words.ts'
import { calls, topics } from './calls.ts'
import { caseWords } from './case-words.ts'
import { MotionStatus, useName } from './status.tsx'
import './motions.css'

/** On the page of a suggestion: the motion that it was, and those of the same matter; nothing where there is none. */
export default function MotionsPanel({ id }: { id: string }) {
  const t = useWords(caseWords)
  const title = useWords(words).name
  const name = useName()
  const isReader = !usePerson().roles.includes('handling_unit')
  const query = useQuery({
    queryKey: [...topics, 'of-suggestion', id],
    queryFn: () => calls.listMotions({ query: { suggestionId: id } }),
    enabled: isReader,
  })
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={title}>
      <p className="hint">{t.ofSuggestion}</p>
      <ul className="motion-links">
        {items.map((it) => (
          <li key={it.id}>
            <Link to={`/motions/${it.id}`}>{name(it)}</Link> <MotionStatus it={it} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
