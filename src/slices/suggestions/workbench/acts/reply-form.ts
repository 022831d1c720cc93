import type { Detail, ReplyInput } from '../../contract.ts'
import type { caseWords } from '../case-words.ts'
import type { Missing } from '../incomplete.ts'
import type { replyWords } from '../reply-words.ts'

/** A reply while it is written: nothing is chosen for the unit. */
export type ReplyForm = Omit<ReplyInput, 'class'> & { class: string | null }

export const most = { text: 5000, point: 2000, commitment: 500, commitments: 10 } as const

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
    commitments: [],
  }
}

/** What this unit has on the server, or an empty form. A draft of an earlier version of this program has no commitments. */
export function replyFormOf(it: Pick<Detail, 'replyDrafts' | 'requests'>, unitName: string | undefined): ReplyForm {
  return it.replyDrafts.find(({ unit }) => unit.name === unitName)?.content ?? emptyReply(it.requests.length)
}

/** Square brackets of every kind become the hexagonal ones that the standard asks for, blanks go. */
export function tidyNumber(typed: string): string {
  return typed
    .replaceAll(/\s/g, '')
    .replaceAll(/[[［【(（]/g, '〔')
    .replaceAll(/[\]］】)）]/g, '〕')
}

export function replyOf(form: ReplyForm): ReplyInput {
  const { signer, contact, text, points, commitments } = form
  return {
    class: form.class ?? '',
    documentNumber: tidyNumber(form.documentNumber),
    signer: signer.trim(),
    contact: contact.trim(),
    text: text.trim(),
    points: points.map((point) => point.trim()),
    commitments: commitments.map(({ content, dueOn }) => ({ content: content.trim(), dueOn })),
  }
}

/** True when both would be sent as the same. */
export function isSameReply(a: ReplyForm, b: ReplyForm): boolean {
  return JSON.stringify(replyOf(a)) === JSON.stringify(replyOf(b))
}

/** How many of the numbered requests have an answer (逐条回应). */
export function answeredIn(form: ReplyForm, requests: number): number {
  return form.points.slice(0, requests).filter((point) => point.trim() !== '').length
}

/** A class that promises has one row at least, another none; what was typed stays in the rows while it is chosen. */
export function withClass(form: ReplyForm, code: string, opensCommitment: boolean): ReplyForm {
  const [row] = form.commitments
  const commitments = opensCommitment ? (row ? form.commitments : [{ content: '', dueOn: '' }]) : []
  return { ...form, class: code, commitments }
}

/** What is still missing, in the order of the form; every request needs an answer (逐条回应). */
export function missingInReply(form: ReplyForm, t: typeof caseWords.zh, r: typeof replyWords.zh): Missing[] {
  const { documentNumber, signer, contact, text, points, commitments } = replyOf(form)
  return [
    form.class === null && { path: 'class', message: t.classMissing },
    ...commitments.flatMap(({ content, dueOn }, at) => [
      content === '' && { path: `commitments.${at}.content`, message: r.commitmentMissing(at + 1) },
      dueOn === '' && { path: `commitments.${at}.dueOn`, message: r.dueMissing(at + 1) },
    ]),
    !DOCUMENT_NUMBER.test(documentNumber) && { path: 'documentNumber', message: t.documentNumberMissing },
    signer === '' && { path: 'signer', message: t.signerMissing },
    contact === '' && { path: 'contact', message: t.contactMissing },
    text === '' && { path: 'text', message: t.replyTextMissing },
    ...points.map((point, at) => point === '' && { path: `points.${at}`, message: t.pointMissing(at + 1) }),
  ].filter((it): it is Missing => it !== false)
}
