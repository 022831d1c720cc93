import type { Detail, EventInput, HoldInput } from '../../events/contract.ts'
import { idsOf, numberOf, textOf, type Question, type Values } from '../questions.ts'
import type { workbenchWords } from '../words.ts'

export function eventQuestions(t: typeof workbenchWords.zh): Question[] {
  return [
    { name: 'theme', kind: 'line', label: t.theme, most: 60 },
    { name: 'heldOn', kind: 'day', label: t.day },
    { name: 'place', kind: 'line', label: t.place, most: 100 },
    { name: 'siteView', kind: 'text', label: t.siteView, most: 500, isOptional: true },
    { name: 'unitIds', kind: 'units', label: t.guestUnits },
    { name: 'suggestionIds', kind: 'suggestions', label: t.suggestions, hint: t.eventSuggestionsHint, isOptional: true },
    { name: 'deputyIds', kind: 'deputies', label: t.moreDeputies, isOptional: true },
  ]
}

export function toBody(values: Values): EventInput {
  return {
    theme: textOf(values, 'theme'),
    heldOn: textOf(values, 'heldOn'),
    place: textOf(values, 'place'),
    siteView: textOf(values, 'siteView'),
    unitIds: idsOf(values, 'unitIds'),
    deputyIds: idsOf(values, 'deputyIds'),
    suggestionIds: idsOf(values, 'suggestionIds'),
  }
}

export function valuesOf(it: Detail): Values {
  const { theme, heldOn, place, siteView, units, deputies, suggestions } = it
  const suggestionIds = suggestions.map(({ suggestion: { id, title } }) => ({ id, name: title }))
  return { theme, heldOn, place, siteView, unitIds: units, deputyIds: deputies, suggestionIds }
}

/** What is entered once it was held; one line for what came of each suggestion. */
export function holdQuestions(t: typeof workbenchWords.zh, it: Detail): Question[] {
  return [
    { name: 'residents', kind: 'number', label: t.residents },
    { name: 'said', kind: 'text', label: t.said, hint: t.saidHint, most: 5000 },
    { name: 'minutes', kind: 'text', label: t.minutes, hint: t.minutesHint, most: 10_000 },
    ...it.suggestions.map(({ suggestion }): Question => {
      return { name: resultName(suggestion.id), kind: 'line', label: t.resultOf(suggestion.title), most: 500, isOptional: true }
    }),
  ]
}

export function holdBody(values: Values, it: Detail): HoldInput {
  const results = it.suggestions.map(({ suggestion: { id } }) => ({ suggestionId: id, result: textOf(values, resultName(id)) }))
  return {
    residents: numberOf(values, 'residents') ?? 0,
    said: textOf(values, 'said'),
    minutes: textOf(values, 'minutes'),
    results: results.filter(({ result }) => result !== ''),
  }
}

function resultName(id: string): string {
  return `result-${id}`
}
