import type { Detail, Draft, Kind } from '../contract.ts'
import type { Missing } from './missing.ts'
import type { workbenchWords } from './words.ts'

/** What stands in the form; a kind that is not chosen yet is null, so that nothing is chosen for the writer. */
export type Form = { kind: Kind | null; title: string; grounds: string; plan: string; outline: string; isPublic: boolean }

export const emptyForm: Form = { kind: null, title: '', grounds: '', plan: '', outline: '', isPublic: true }
export const most = { title: 40, grounds: 3000, plan: 3000, outline: 20_000 } as const

export function formOf({ kind, title, grounds, plan, outline, isPublic }: Detail): Form {
  return { kind, title, grounds, plan, outline: outline ?? '', isPublic }
}

/** The body to send: trimmed. Only for a form without anything missing. */
export function draftOf(form: Form): Draft {
  return {
    kind: form.kind ?? 'other',
    title: form.title.trim(),
    grounds: form.grounds.trim(),
    plan: form.plan.trim(),
    outline: form.outline.trim() === '' ? null : form.outline.trim(),
    isPublic: form.isPublic,
  }
}

/** True when both would be sent as the same. */
export function isSameForm(a: Form, b: Form): boolean {
  return a.kind === b.kind && JSON.stringify(draftOf(a)) === JSON.stringify(draftOf(b))
}

/** What is missing or too long, in the order of the page. Lengths are counted as the server counts them. */
export function missingIn(form: Form, t: (typeof workbenchWords.zh)['missing']): Missing[] {
  const { title, grounds, plan, outline } = draftOf(form)
  return [
    form.kind === null && { path: 'kind', message: t.kind },
    title === '' && { path: 'title', message: t.title },
    title.length > most.title && { path: 'title', message: t.titleLong },
    grounds === '' && { path: 'grounds', message: t.grounds },
    grounds.length > most.grounds && { path: 'grounds', message: t.groundsLong },
    plan === '' && { path: 'plan', message: t.plan },
    plan.length > most.plan && { path: 'plan', message: t.planLong },
    form.kind === 'legislation' && outline === null && { path: 'outline', message: t.outline },
    (outline?.length ?? 0) > most.outline && { path: 'outline', message: t.outlineLong },
  ].filter((it): it is Missing => it !== false)
}
