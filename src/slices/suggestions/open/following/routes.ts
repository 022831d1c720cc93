import { follow, isFollowing, listFollowed, MOST_FOLLOWED, unfollow } from '#kernel/notifications/api.ts'
import type { Handlers } from '#lib/http/contract.ts'
import { notFound, Problem } from '#lib/http/problem.ts'
import { isKept } from '../../reading.ts'
import { actOf, type Reading } from '../../routes.ts'
import { find, findByReference } from '../../store.ts'
import { toPublicItem } from '../../views.ts'
import type { followingApi } from './endpoints.ts'

export const followingHandlers: Handlers<Reading, typeof followingApi> = {
  listFollowed: async (context) => {
    const { tx, actor } = actOf(context)
    const items = []
    for (const id of await listFollowed(tx, actor.id)) {
      const it = (await isKept(tx, id)) ? undefined : await find(tx, id)
      if (it) items.push(toPublicItem(it))
    }
    return { items }
  },
  getFollowing: (context, { params }) => following(context, params.reference, async () => {}),
  followSuggestion: (context, { params }) =>
    following(context, params.reference, async (id) => {
      const { tx, actor, now } = actOf(context)
      if (await follow(tx, id, actor.id, now)) return
      throw new Problem(409, 'follows-too-much', `最多关注 ${MOST_FOLLOWED} 件，请先取消一些再关注。`)
    }),
  unfollowSuggestion: (context, { params }) =>
    following(context, params.reference, (id) => unfollow(context.tx, id, actOf(context).actor.id)),
}

/** What nobody outside knows of cannot be followed: 404, as its public page. */
async function following(context: Reading, reference: string, change: (id: string) => Promise<void>) {
  const { tx, actor } = actOf(context)
  const it = await findByReference(tx, reference)
  if (!it || (await isKept(tx, it.id))) throw notFound('这件建议')
  await change(it.id)
  return { reference, title: it.title, isFollowing: await isFollowing(tx, it.id, actor.id) }
}
