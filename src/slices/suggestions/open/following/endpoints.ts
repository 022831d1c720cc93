import * as z from 'zod'
import { define } from '#kernel/identity/contract.ts'
import { PublicItem } from '../../contract.ts'

const params = z.object({ reference: z.string().max(40) })
const ok = z.object({ reference: z.string(), title: z.string(), isFollowing: z.boolean() })

/** 关注: whoever is signed in is told of what happens in public to a suggestion that anybody may read. */
export const followingApi = define({
  listFollowed: {
    method: 'GET',
    path: '/suggestions/followed',
    summary: '我关注的建议',
    audience: ['signed_in'],
    ok: z.object({ items: z.array(PublicItem) }),
  },
  getFollowing: {
    method: 'GET',
    path: '/public/suggestions/{reference}/following',
    summary: '我是否关注这件建议',
    audience: ['signed_in'],
    params,
    ok,
  },
  followSuggestion: {
    method: 'PUT',
    path: '/public/suggestions/{reference}/following',
    summary: '关注，有公开的进展时收到通知',
    audience: ['signed_in'],
    params,
    ok,
  },
  unfollowSuggestion: {
    method: 'DELETE',
    path: '/public/suggestions/{reference}/following',
    summary: '不再关注',
    audience: ['signed_in'],
    params,
    ok,
  },
})
