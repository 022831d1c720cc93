import type { Detail, OutcomeInput } from '../../outcomes/contract.ts'
import type { words } from '../../words.ts'
import { idsOf, numberOf, textOf, type Question, type Values } from '../questions.ts'
import type { workbenchWords } from '../words.ts'

export function outcomeQuestions(t: typeof workbenchWords.zh, w: typeof words.zh, today: string): Question[] {
  return [
    { name: 'kind', kind: 'choice', label: t.kind, options: Object.entries(w.kind).map(([value, label]) => ({ value, label })) },
    { name: 'title', kind: 'line', label: t.outcomeTitle, most: 100 },
    { name: 'measures', kind: 'number', label: t.measuresCount, hint: t.measuresHint, isOptional: true },
    { name: 'change.before', kind: 'number', label: t.before, hint: t.changeHint, isOptional: true },
    { name: 'change.after', kind: 'number', label: t.after, isOptional: true },
    { name: 'change.unit', kind: 'line', label: t.countUnit, most: 10, isOptional: true },
    { name: 'evidence', kind: 'text', label: t.evidence, hint: t.evidenceHint, most: 2000 },
    { name: 'achievedOn', kind: 'day', label: t.achievedOn, max: today },
    { name: 'suggestionIds', kind: 'suggestions', label: t.suggestions, hint: t.suggestionsHint },
  ]
}

export function toBody(values: Values): OutcomeInput {
  const [before, after, unit] = [
    numberOf(values, 'change.before'),
    numberOf(values, 'change.after'),
    textOf(values, 'change.unit'),
  ]
  const isCounted = before !== null || after !== null || unit !== ''
  return {
    kind: textOf(values, 'kind') as OutcomeInput['kind'],
    title: textOf(values, 'title'),
    measures: numberOf(values, 'measures'),
    // What is left out of the three is asked for by the server, at its field.
    change: isCounted ? { before: before ?? Number.NaN, after: after ?? Number.NaN, unit } : null,
    evidence: textOf(values, 'evidence'),
    achievedOn: textOf(values, 'achievedOn'),
    suggestionIds: idsOf(values, 'suggestionIds'),
  }
}

export function valuesOf(it: Detail): Values {
  return {
    kind: it.kind,
    title: it.title,
    measures: it.measures === null ? '' : String(it.measures),
    'change.before': it.change ? String(it.change.before) : '',
    'change.after': it.change ? String(it.change.after) : '',
    'change.unit': it.change?.unit ?? '',
    evidence: it.evidence,
    achievedOn: it.achievedOn,
    suggestionIds: it.suggestions.map(({ id, title }) => ({ id, name: title })),
  }
}
