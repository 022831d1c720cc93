import { useQuery } from '@tanstack/react-query'
import { EmptyState, Failed, Loading, Panel, StatusTag, useFilters, useWords, WorkPage } from '#workbench/kit.ts'
import { markOfSuggestion } from '../../portal/marks.ts'
import { words } from '../../words.ts'
import { Follow, followingCalls, topics } from './follow.tsx'
import { followingWords } from './words.ts'
import '../../workbench/suggestions.css'
import './following.css'

/** 我关注的建议; with `?reference=` first the one that its public page sent here. */
export default function Followed() {
  const t = useWords(followingWords)
  const { filters } = useFilters()
  const reference = filters['reference']
  return (
    <WorkPage title={t.page} lead={t.lead}>
      {reference && (
        <Panel title={t.share}>
          <Follow key={reference} reference={reference} isNamed />
        </Panel>
      )}
      <List />
    </WorkPage>
  )
}

function List() {
  const t = useWords(followingWords)
  const w = useWords(words)
  const query = useQuery({ queryKey: [...topics, 'list'], queryFn: () => followingCalls.listFollowed() })
  if (query.isPending) return <Loading rows={3} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const { items } = query.data
  if (items.length === 0) return <EmptyState why={t.none} action={{ label: t.look, href: '/suggestions' }} />
  return (
    <Panel title={t.count(items.length)}>
      <ul className="mine">
        {items.map((it) => (
          <li key={it.reference}>
            <a href={`/suggestions/${it.reference}`}>{it.number === null ? it.title : `${w.numbered(it.number)}　${it.title}`}</a>
            <span>
              <StatusTag kind={markOfSuggestion(it)} word={w.status[it.status]} /> {it.unit?.name}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
