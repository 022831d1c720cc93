import type { PlanEdit } from '../../plans/contract.ts'
import { textOf, type Question, type Values } from '../questions.ts'
import type { workbenchWords } from '../words.ts'

export function planQuestions(t: typeof workbenchWords.zh): Question[] {
  return [
    { name: 'title', kind: 'line', label: t.planTitle, most: 60 },
    { name: 'text', kind: 'text', label: t.planText, most: 5000 },
    { name: 'replyText', kind: 'text', label: t.replyText, hint: t.replyTextHint, most: 5000, isOptional: true },
  ]
}

export function toBody(values: Values): PlanEdit {
  return { title: textOf(values, 'title'), text: textOf(values, 'text'), replyText: textOf(values, 'replyText') }
}
