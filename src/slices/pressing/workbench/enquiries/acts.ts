import type { ContactInput } from '#slices/suggestions/contract.ts'
import { client } from '#workbench/kit.ts'
import { kinds, type CaseEnquiries } from '../../enquiries/contract.ts'
import type { enquiryApi } from '../../enquiries/endpoints.ts'
import type { Act } from '../acts.tsx'
import { textOf, type Question } from '../questions.ts'
import type { enquiryWords } from './words.ts'

export const enquiryCalls = client<typeof enquiryApi>({
  listEnquiries: ['GET', '/pressing/enquiries'],
  listEnquiriesOf: ['GET', '/suggestions/{id}/enquiries'],
  askUnit: ['POST', '/suggestions/{id}/enquiries'],
  recallEnquiry: ['POST', '/pressing/enquiries/{id}/recall'],
  acknowledgeEnquiry: ['POST', '/pressing/enquiries/{id}/acknowledge'],
  answerEnquiry: ['POST', '/pressing/enquiries/{id}/answer'],
})

type Words = typeof enquiryWords.zh

/** 追问, 约见, 视察; which unit is asked only where there are several. */
export function askActs(t: Words, id: string, askable: CaseEnquiries['askable'], today: string): Act[] {
  const which: Question[] =
    askable.length > 1
      ? [{ name: 'unitId', kind: 'choice', label: t.unit, options: askable.map((it) => ({ value: it.id, label: it.name })) }]
      : []
  return kinds.map((kind) => ({
    name: kind,
    label: t.askLabel[kind].act,
    done: t.askLabel[kind].done,
    effect: t.askEffect,
    questions: [
      ...which,
      { name: 'text', kind: 'text', label: t.askLabel[kind].text, most: 500 },
      { name: 'wantedOn', kind: 'day', label: t.wantedOn, min: today, isOptional: true },
    ],
    ...(askable[0] && { initial: { unitId: askable[0].id } }),
    send: (values, options) => {
      const body = { kind, text: textOf(values, 'text'), wantedOn: textOf(values, 'wantedOn') || null }
      return enquiryCalls.askUnit({ params: { id }, body: { ...body, unitId: textOf(values, 'unitId') || null } }, options)
    },
  }))
}

/** What its deputy and its unit may do with one enquiry. */
export function enquiryActs(t: Words, id: string, today: string): Act[] {
  const params = { id }
  const options = Object.entries(t.contactKinds).map(([value, label]) => ({ value, label }))
  return [
    {
      name: 'answer',
      label: t.answer,
      done: t.answered,
      questions: [
        { name: 'contactKind', kind: 'choice', label: t.contactKind, options },
        { name: 'contactedOn', kind: 'day', label: t.contactedOn, max: today },
        { name: 'answer', kind: 'text', label: t.answerText, most: 1000 },
      ],
      initial: { contactedOn: today },
      send: (values, sending) => {
        // The options of the choice are the kinds; anything else the server refuses at the field.
        const contactKind = textOf(values, 'contactKind') as ContactInput['kind']
        const body = { contactKind, contactedOn: textOf(values, 'contactedOn'), answer: textOf(values, 'answer') }
        return enquiryCalls.answerEnquiry({ params, body }, sending)
      },
    },
    {
      name: 'acknowledge',
      label: t.acknowledge,
      done: t.acknowledged,
      questions: [],
      send: (_, sending) => enquiryCalls.acknowledgeEnquiry({ params }, sending),
    },
    {
      name: 'recall',
      label: t.recall,
      done: t.recalled,
      questions: [],
      send: (_, sending) => enquiryCalls.recallEnquiry({ params }, sending),
    },
  ]
}
