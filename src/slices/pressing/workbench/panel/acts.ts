import type { VisitRecord } from '../../outcomes/contract.ts'
import type { Act } from '../acts.tsx'
import { calls } from '../calls.ts'
import { choicesOf } from './choices.ts'
import { numberOf, textOf, type Question, type Values } from '../questions.ts'
import type { workbenchWords } from '../words.ts'

type Page = typeof workbenchWords.zh

/** What may be done about one suggestion from its page. */
export function caseActs(t: Page, id: string, today: string): Act[] {
  const params = { id }
  return [
    {
      name: 'issueGuidance',
      label: t.act.issueGuidance,
      done: t.done.issued,
      effect: t.guidanceEffect,
      questions: [
        { name: 'text', kind: 'text', label: t.guidanceText, most: 2000 },
        { name: 'dueOn', kind: 'day', label: t.answerBy, min: today },
      ],
      send: (values, options) =>
        calls.issueGuidance({ params, body: { text: textOf(values, 'text'), dueOn: textOf(values, 'dueOn') } }, options),
    },
    {
      name: 'planVisit',
      label: t.act.planVisit,
      done: t.done.visitPlanned,
      questions: [{ name: 'dueOn', kind: 'day', label: t.visitBy, min: today }],
      send: (values, options) => calls.planVisit({ params, body: { dueOn: textOf(values, 'dueOn') } }, options),
    },
  ]
}

export function guidanceActs(t: Page, id: string): Act[] {
  const params = { id }
  return [
    {
      name: 'acknowledge',
      label: t.act.acknowledge,
      done: t.done.acknowledged,
      questions: [],
      send: (_, options) => calls.acknowledgeGuidance({ params }, options),
    },
    {
      name: 'answer',
      label: t.act.answerGuidance,
      done: t.done.answered,
      questions: [{ name: 'answer', kind: 'text', label: t.guidanceAnswer, most: 5000 }],
      send: (values, options) => calls.answerGuidance({ params, body: { answer: textOf(values, 'answer') } }, options),
    },
  ]
}

export function visitActs(t: Page, id: string, today: string): Act[] {
  return [
    {
      name: 'record',
      label: t.act.recordVisit,
      done: t.done.visited,
      questions: visitQuestions(t, today),
      initial: { visitedOn: today },
      send: (values, options) => calls.recordVisit({ params: { id }, body: visitBody(values) }, options),
    },
  ]
}

function visitQuestions(t: Page, today: string): Question[] {
  const count = (name: string, label: string): Question => ({
    name: `residents.${name}`,
    kind: 'number',
    label,
    isOptional: true,
  })
  return [
    { name: 'visitedOn', kind: 'day', label: t.visitedOn, max: today },
    { name: 'visitors', kind: 'line', label: t.visitors, most: 100 },
    { name: 'said', kind: 'text', label: t.residentsSaid, most: 2000 },
    { name: 'choices', kind: 'text', label: t.choices, hint: t.choicesHint, most: 2000, isOptional: true },
    count('satisfied', t.satisfied),
    count('basicallySatisfied', t.basicallySatisfied),
    count('dissatisfied', t.dissatisfied),
  ]
}

function visitBody(values: Values): VisitRecord {
  const counted = ['satisfied', 'basicallySatisfied', 'dissatisfied'].map((name) => numberOf(values, `residents.${name}`))
  const [satisfied = null, basicallySatisfied = null, dissatisfied = null] = counted
  const isAsked = counted.some((it) => it !== null)
  return {
    visitedOn: textOf(values, 'visitedOn'),
    visitors: textOf(values, 'visitors'),
    said: textOf(values, 'said'),
    choices: choicesOf(textOf(values, 'choices')),
    residents: isAsked
      ? { satisfied: satisfied ?? 0, basicallySatisfied: basicallySatisfied ?? 0, dissatisfied: dissatisfied ?? 0 }
      : null,
  }
}
