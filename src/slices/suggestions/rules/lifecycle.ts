import type { Lifecycle } from '#lib/pure/lifecycle.ts'
import type { Action, Status } from '../contract.ts'

/**
 * The life of a suggestion (domain A1.6). To add a status: add it to `statuses` in the contract, give it a row here and words in
 * `words.ts`; the compiler names every place that is missing.
 */
export const lifecycle: Lifecycle<Status, Action> = {
  draft: { edit: 'draft', submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { return: 'returned', register: 'registered', withdraw: 'withdrawn' },
  returned: { edit: 'returned', submit: 'submitted', withdraw: 'withdrawn' },
  registered: { assign: 'assigned', withdraw: 'withdrawn' },
  assigned: { accept: 'accepted', withdraw: 'withdrawn' },
  accepted: { logContact: 'accepted', reply: 'replied', withdraw: 'withdrawn' },
  replied: { rate: 'rated', withdraw: 'withdrawn' },
  rated: { rehandle: 'accepted', close: 'closed' },
  closed: {},
  withdrawn: {},
}
