import type { Detail, TopicEdit } from '../../topics/contract.ts'
import type { words } from '../../words.ts'
import { idsOf, numberOf, pickedOf, textOf, type Question, type Values } from '../questions.ts'
import type { workbenchWords } from '../words.ts'

type Words = typeof words.zh
type Page = typeof workbenchWords.zh

/** What a key topic asks, in the order of A1.10: the matter, why, how, who. */
export function topicQuestions(t: Page, w: Words): Question[] {
  return [
    { name: 'title', kind: 'line', label: t.topic, most: 60 },
    { name: 'year', kind: 'number', label: t.year },
    { name: 'reason', kind: 'text', label: t.reason, most: 2000 },
    { name: 'criteria', kind: 'checks', label: t.criteria, options: optionsOf(w.criterion) },
    { name: 'means', kind: 'checks', label: t.means, options: optionsOf(w.means) },
    { name: 'leaderName', kind: 'line', label: t.leader, most: 50, hint: t.leaderHint },
    { name: 'unitIds', kind: 'units', label: t.units, isOptional: true },
  ]
}

export function committeeQuestion(t: Page): Question {
  return { name: 'leadCommitteeId', kind: 'unit', label: t.leadCommittee }
}

export function toBody(values: Values): Omit<TopicEdit, 'leadCommitteeId'> {
  return {
    title: textOf(values, 'title'),
    year: numberOf(values, 'year') ?? 0,
    reason: textOf(values, 'reason'),
    criteria: idsOf(values, 'criteria') as TopicEdit['criteria'],
    means: idsOf(values, 'means') as TopicEdit['means'],
    leaderName: textOf(values, 'leaderName'),
    unitIds: pickedOf(values, 'unitIds').map((it) => it.id),
  }
}

export function valuesOf(it: Detail, w: Words): Values {
  return {
    title: it.title,
    year: String(it.year),
    reason: it.reason,
    criteria: it.criteria.map((id) => ({ id, name: w.criterion[id] })),
    means: it.means.map((id) => ({ id, name: w.means[id] })),
    leadCommitteeId: [it.leadCommittee],
    leaderName: it.leaderName,
    unitIds: it.units,
  }
}

function optionsOf(labels: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
