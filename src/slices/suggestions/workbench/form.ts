import type { Detail, Draft } from '../contract.ts'
import type { Missing } from './incomplete.ts'
import type { workbenchWords } from './words.ts'

/** What stands in the form; a category and a consent that are not chosen yet are null, so that nothing is chosen for the writer. */
export type Form = {
  title: string
  matter: string
  requests: string[]
  category: string | null
  proposedUnitId: string | null
  isPublic: boolean | null
  isConfidential: boolean
  /** Deputies to invite who are not asked on the server yet. */
  invited: { id: string; name: string }[]
}

export const emptyForm: Form = {
  title: '',
  matter: '',
  requests: [''],
  category: null,
  proposedUnitId: null,
  isPublic: null,
  isConfidential: false,
  invited: [],
}

export const most = { title: 40, matter: 3000, request: 1000, requests: 20 } as const

export function formOf(it: Detail): Form {
  const { title, matter, requests, isPublic, isConfidential, proposedUnit } = it
  const category = it.category.code
  return { title, matter, requests, category, isPublic, isConfidential, proposedUnitId: proposedUnit?.id ?? null, invited: [] }
}

/** The body to send: trimmed, without empty requests. Only for a form without anything missing. */
export function draftOf(form: Form): Draft {
  return {
    title: form.title.trim(),
    matter: form.matter.trim(),
    requests: form.requests.map((it) => it.trim()).filter((it) => it !== ''),
    category: form.category ?? '',
    proposedUnitId: form.proposedUnitId,
    isPublic: form.isPublic ?? false,
    isConfidential: form.isConfidential,
  }
}

/** True when both would be sent as the same. */
export function isSameForm(a: Form, b: Form): boolean {
  return a.category === b.category && a.isPublic === b.isPublic && JSON.stringify(draftOf(a)) === JSON.stringify(draftOf(b))
}

/** What is missing or too long, in the order of the page. Lengths are counted in characters as the server counts them. */
export function missingIn(form: Form, t: (typeof workbenchWords.zh)['missing']): Missing[] {
  const { title, matter, requests } = draftOf(form)
  return [
    title === '' && { path: 'title', message: t.title },
    title.length > most.title && { path: 'title', message: t.titleLong },
    matter === '' && { path: 'matter', message: t.matter },
    matter.length > most.matter && { path: 'matter', message: t.matterLong },
    requests.length === 0 && { path: 'requests.0', message: t.requests },
    requests.length > most.requests && { path: 'requests.0', message: t.requestsMany },
    ...form.requests.map(
      (it, at) => it.trim().length > most.request && { path: `requests.${at}`, message: t.requestLong(at + 1) },
    ),
    form.category === null && { path: 'category', message: t.category },
    form.isPublic === null && { path: 'isPublic', message: t.isPublic },
  ].filter((it): it is Missing => it !== false)
}
