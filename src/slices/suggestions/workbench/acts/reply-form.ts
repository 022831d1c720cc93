import type { ReplyInput } from '../../contract.ts'
import type { caseWords } from '../case-words.ts'
import type { Missing } from '../incomplete.ts'

/** A reply while it is written: nothing is chosen for the unit. */
export type ReplyForm = Omit<ReplyInput, 'class'> & { class: string | null }

export const most = { text: 5000, point: 2000 } as const

/** 机关代字、六角括号里的年份、序号 (GB/T 9704): 房函〔2022〕12号. */
const DOCUMENT_NUMBER = /^\p{Script=Han}{1,8}〔\d{4}〕[1-9]\d{0,4}号$/u

export function emptyReply(requests: number): ReplyForm {
  return {
    class: null,
    documentNumber: '',
    signer: '',
    contact: '',
    text: '',
    points: Array.from({ length: requests }, () => ''),
  }
}

/** Square brackets of every kind become the hexagonal ones that the standard asks for, blanks go. */
export function tidyNumber(typed: string): string {
  return typed
    .replaceAll(/\s/g, '')
    .replaceAll(/[[［【(（]/g, '〔')
    .replaceAll(/[\]］】)）]/g, '〕')
}

export function replyOf(form: ReplyForm): ReplyInput {
  const { signer, contact, text, points } = form
  return {
    class: form.class ?? '',
    documentNumber: tidyNumber(form.documentNumber),
    signer: signer.trim(),
    contact: contact.trim(),
    text: text.trim(),
    points: points.map((point) => point.trim()),
  }
}

/** What is still missing, in the order of the form; every request needs an answer (逐条回应). */
export function missingInReply(form: ReplyForm, t: typeof caseWords.zh): Missing[] {
  const { documentNumber, signer, contact, text, points } = replyOf(form)
  return [
    form.class === null && { path: 'class', message: t.classMissing },
    !DOCUMENT_NUMBER.test(documentNumber) && { path: 'documentNumber', message: t.documentNumberMissing },
    signer === '' && { path: 'signer', message: t.signerMissing },
    contact === '' && { path: 'contact', message: t.contactMissing },
    text === '' && { path: 'text', message: t.replyTextMissing },
    ...points.map((point, at) => point === '' && { path: `points.${at}`, message: t.pointMissing(at + 1) }),
  ].filter((it): it is Missing => it !== false)
}
