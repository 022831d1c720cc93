import type { Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Action, Status } from '../contract.ts'

/** What may happen while units handle it; several units may stand at different points, see `handling.ts`. */
const handling = {
  logContact: 'accepted',
  giveOpinion: 'accepted',
  requestExtension: 'accepted',
  decideExtension: 'accepted',
  draftReply: 'accepted',
  concur: 'accepted',
  signReply: 'accepted',
  reply: 'replied',
} as const
const receiving = { accept: 'accepted', object: 'objected', uphold: 'accepted', reassign: 'assigned' } as const
/** The lead deputy takes it back; the office decides how much the public reads. */
const always = { withdraw: 'withdrawn', agreeWithdrawal: 'withdrawn' } as const

/**
 * The life of a suggestion (domain A1.6). To add a status: add it to `statuses` in the contract, give it a row here and words in
 * `words.ts`; the compiler names every place that is missing.
 */
export const lifecycle: Lifecycle<Status, Action> = {
  draft: { edit: 'draft', invite: 'cosigning', submit: 'submitted', withdraw: 'withdrawn' },
  cosigning: { edit: 'cosigning', invite: 'cosigning', cosign: 'cosigning', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: {
    cosign: 'submitted',
    see: 'submitted',
    recallSubmission: 'draft',
    return: 'returned',
    decline: 'declined',
    register: 'registered',
    protect: 'submitted',
    ...always,
  },
  returned: { edit: 'returned', invite: 'returned', cosign: 'returned', submit: 'submitted', ...always },
  declined: { edit: 'returned', passOn: 'passed_on', ...always },
  passed_on: {},
  registered: { cosign: 'registered', assign: 'assigned', ...stay('registered'), ...always },
  assigned: { ...receiving, ...handling, ...stay('assigned'), ...always },
  objected: { ...receiving, ...handling, ...stay('objected'), ...always },
  accepted: { ...receiving, ...handling, ...stay('accepted'), ...always },
  replied: { rate: 'rated', lapse: 'unrated', ...stay('replied'), ...always },
  rated: {
    amendRating: 'rated',
    openRating: 'rated',
    rehandle: 'accepted',
    escalate: 'escalated',
    close: 'closed',
    ...stay('rated'),
  },
  escalated: { rehandle: 'accepted', close: 'closed', ...stay('escalated') },
  closed: stay('closed'),
  unrated: stay('unrated'),
  withdrawn: {},
}

/** How much the public reads may change at any time and changes nothing else. */
function stay<S extends Status>(status: S): { publish: S; protect: S } {
  return { publish: status, protect: status }
}
