import type { Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Action, Outcome, Status } from '../contract.ts'

/** `lapse` is nobody's act: it follows from a withdrawal that leaves too few signatories. */
export type Arrow = Action | 'lapse'

/**
 * The life of a motion (domain A1.8; 上海市人民代表大会关于代表议案的规定 arts 9–13). To add a status: add it to `statuses` in the contract, give
 * it a row here and words in `words.ts`; the compiler names every place that is missing.
 */
export const lifecycle: Lifecycle<Status, Arrow> = {
  draft: { edit: 'draft', invite: 'cosigning', withdraw: 'withdrawn' },
  cosigning: { ...staying('cosigning'), edit: 'cosigning', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: {
    return: 'returned',
    receive: 'received',
    withdrawCosigning: 'submitted',
    lapse: 'lapsed',
    withdraw: 'withdrawn',
  },
  returned: { ...staying('returned'), edit: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  received: {
    refer: 'to_committee',
    putOnAgenda: 'on_agenda',
    rejectAsMotion: 'not_motion',
    merge: 'merged',
    link: 'received',
    withdrawCosigning: 'received',
    lapse: 'lapsed',
    withdraw: 'withdrawn',
  },
  to_committee: {
    giveOpinion: 'to_committee',
    putOnAgenda: 'on_agenda',
    leaveOffAgenda: 'ended',
    rejectAsMotion: 'not_motion',
    merge: 'merged',
    link: 'to_committee',
    withdrawCosigning: 'to_committee',
    lapse: 'lapsed',
  },
  on_agenda: { link: 'on_agenda' },
  not_motion: { agreeToConversion: 'consented', declineConversion: 'ended', link: 'not_motion' },
  consented: { convert: 'converted', link: 'consented' },
  converted: { link: 'converted' },
  ended: { link: 'ended' },
  merged: { link: 'merged' },
  lapsed: {},
  withdrawn: {},
}

/** Collecting confirmations, which leaves the status as it is. */
function staying<S extends Status>(status: S) {
  return { read: status, cosign: status, declineCosigning: status, withdrawCosigning: status, invite: status }
}

/** The arrow of each decision that a meeting can make. */
export const arrowOf = {
  on_agenda: 'putOnAgenda',
  to_committee: 'refer',
  not_motion: 'rejectAsMotion',
  not_on_agenda: 'leaveOffAgenda',
  merged: 'merge',
} as const satisfies Record<Outcome, Action>

/** Not submitted, or sent back: the lead deputy's, who may change the text. */
export const beforeSubmission: readonly Status[] = ['draft', 'cosigning', 'returned']
