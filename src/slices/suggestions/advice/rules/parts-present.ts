import type { Written } from './matters.ts'

/** What a suggestion must hold (北京条例 art 9: title, situation and problem, concrete suggestions, how to reach the deputy). */
export const requiredParts = ['title', 'situation', 'requests', 'contact'] as const
export type RequiredPart = (typeof requiredParts)[number]

/** Fewer characters than this are a name for a situation, not its account. */
const LEAST_SITUATION = 15
const LEAST_REQUEST = 4
const LEAST_TITLE = 6

/** Which parts a text lacks, in the order of the form. `hasContact`: the office knows a telephone number or another way to the deputy. */
export function missingParts(it: Written, hasContact: boolean): RequiredPart[] {
  const isThere: Readonly<Record<RequiredPart, boolean>> = {
    title: lengthOf(it.title.replace(/^关于/, '').replace(/的建议$/, '')) >= LEAST_TITLE - 2,
    situation: lengthOf(it.matter) >= LEAST_SITUATION,
    requests: it.requests.some((request) => lengthOf(request) >= LEAST_REQUEST && !isEmptyWish(request)),
    contact: hasContact,
  }
  return requiredParts.filter((part) => !isThere[part])
}

/** 请办理、请有关部门重视: it asks for attention and names nothing to do. */
function isEmptyWish(request: string): boolean {
  return /^(?:望|希望|请|恳请|建议)?(?:有关|相关|各)?(?:部门|单位|政府|领导)?(?:予以|给予|高度)?(?:办理|解决|重视|研究|关注|考虑|支持|答复)(?:为盼|一下)?[。！!]?$/.test(
    request.trim(),
  )
}

function lengthOf(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}
