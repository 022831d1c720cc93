import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { client, useAction, useWords } from '#workbench/kit.ts'
import type { followingApi } from '../following/endpoints.ts'
import { followingWords } from './words.ts'

export const followingCalls = client<typeof followingApi>({
  listFollowed: ['GET', '/suggestions/followed'],
  getFollowing: ['GET', '/public/suggestions/{reference}/following'],
  followSuggestion: ['PUT', '/public/suggestions/{reference}/following'],
  unfollowSuggestion: ['DELETE', '/public/suggestions/{reference}/following'],
})

/** What following makes stale. */
export const topics = ['suggestion-following'] as const

/** 关注, 复制网址, 订阅 of one suggestion that anybody may read; nothing where nobody may. `isNamed`: the page does not say which one it is. */
export function Follow({ reference, isNamed = false }: { reference: string; isNamed?: boolean }) {
  const t = useWords(followingWords)
  const { message } = App.useApp()
  const request = { params: { reference } }
  const query = useQuery({
    queryKey: [...topics, 'one', reference],
    queryFn: () => followingCalls.getFollowing(request),
    retry: false,
  })
  const follow = useAction(followingCalls.followSuggestion, { topics, done: t.followed })
  const unfollow = useAction(followingCalls.unfollowSuggestion, { topics, done: t.unfollowed })
  if (!query.data) return query.isError ? <p>{t.unknown}</p> : null
  const { isFollowing, title } = query.data
  const act = isFollowing ? unfollow : follow
  const path = `/suggestions/${reference}`
  const address = new URL(path, location.href).href
  const copy = () => void copied(address).then((isDone) => (isDone ? message.success(t.copied) : message.warning(t.notCopied)))
  return (
    <>
      {isNamed && (
        <p>
          <a href={path}>《{title}》</a>
        </p>
      )}
      {isFollowing && <p role="status">✓ {t.isFollowing}</p>}
      <p className="hint">{t.shareLead}</p>
      <p className="share-address">{address}</p>
      <div className="action-bar">
        <Button loading={act.isRunning} onClick={() => void act.run(request)}>
          {isFollowing ? t.unfollow : t.follow}
        </Button>
        <Button onClick={copy}>{t.copy}</Button>
        <a className="link-button" href={`/suggestions.atom?reference=${encodeURIComponent(reference)}`}>
          {t.feed}
        </a>
      </div>
    </>
  )
}

/** False where the browser gives no way to the clipboard, as on a site without https. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
