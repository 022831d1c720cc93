import type { Person, Reply } from './house.ts'

/** The words of an ordinary suggestion and of an ordinary answer to it; a test changes what it is about. */
export const text = {
  title: '关于老旧小区改造充分听取居民意见的建议',
  matter: '老旧小区改造中，居民对改什么、怎么改的意见没有渠道反映。',
  requests: ['改造前征求居民意见', '改造后开展满意度测评'],
  category: 'construction',
}
export const answer = {
  class: 'A',
  documentNumber: '房函〔2022〕12号',
  signer: '李局长',
  contact: '办公室 张某 12345',
  text: '感谢您的建议，现答复如下。',
  points: ['已建立居民点单机制。', '改造后逐户回访。'],
}
/** Class B promises something by a day. */
export const promise = { class: 'B', commitments: [{ content: '为六个小区加装电梯', dueOn: '2022-12-20' }] }

export const reached = ['draft', 'submitted', 'registered', 'assigned', 'accepted', 'replied', 'rated', 'closed'] as const
export type Reached = (typeof reached)[number]

export interface Cast {
  readonly deputy: Person
  readonly committee: Person
  /** Of the unit that it is handed over to. */
  readonly handler: Person
}

export interface Wish {
  readonly text?: object
  readonly answer?: object
  readonly rating?: object
  /** The day of the contact; the day of the test world where it is not given. */
  readonly on?: string
}

/** Takes a new suggestion along its way, each step by the person whose part it is; answers its id. */
export async function bring({ deputy, committee, handler }: Cast, to: Reached, wish: Wish = {}): Promise<string> {
  const { id } = (await ok(deputy, 'POST', '/suggestions', { ...text, ...wish.text })).body
  const at = (path: string) => `/suggestions/${id}/${path}`
  const handlers = [{ unitId: handler.unitId, part: 'lead' }]
  const steps: Record<Exclude<Reached, 'draft'>, () => Promise<unknown>> = {
    submitted: () => ok(deputy, 'POST', at('submit')),
    registered: () => ok(committee, 'POST', at('register')),
    assigned: () => ok(committee, 'POST', at('assign'), { handlers }),
    accepted: () => ok(handler, 'POST', at('accept')),
    replied: () => respond(handler, id, wish),
    rated: () => ok(deputy, 'POST', at('rate'), wish.rating ?? { attitude: 'satisfied', result: 'basically_satisfied' }),
    closed: () => ok(committee, 'POST', at('close'), {}),
  }
  for (const status of reached) {
    if (status !== 'draft') await steps[status]()
    if (status === to) return id
  }
  return id
}

/** A contact, the draft, the signature, the delivery. */
export async function respond(handler: Person, id: string, wish: Wish = {}): Promise<Reply> {
  const on = wish.on ?? '2022-03-01'
  await ok(handler, 'POST', `/suggestions/${id}/contacts`, { kind: 'meeting', contactedOn: on, note: '在小西小区座谈' })
  await ok(handler, 'PUT', `/suggestions/${id}/reply-draft`, { ...answer, ...wish.answer })
  await ok(handler, 'POST', `/suggestions/${id}/reply-draft/sign`, { signedOn: on })
  return ok(handler, 'POST', `/suggestions/${id}/reply`)
}

/** A call that must succeed; otherwise the test stops with what was answered. */
export async function ok(person: Person, ...call: Parameters<Person['call']>): Promise<Reply> {
  const reply = await person.call(...call)
  if (reply.status >= 300) throw new Error(`${call[0]} ${call[1]}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}

export function names(timeline: Reply): string[] {
  return timeline.body.items.map((it: { name: string }) => it.name)
}
