import type { Entry } from '#workbench/kit.ts'
import { CaseRecord, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { workbenchWords } from './words.ts'

/** How a promise went: made, reported, carried, rated; the newest first. */
export function History({ it }: { it: Detail }) {
  return <CaseRecord entries={useEntries(it)} />
}

function useEntries(it: Detail): Entry[] {
  const t = useWords(workbenchWords)
  const w = useWords(words).satisfaction
  const reports = it.reports.map(({ year, ordinal, kind, text, evidence, isYearly, reportedOn }) => ({
    key: `report ${year} ${ordinal}`,
    on: reportedOn,
    who: isYearly && kind === 'progress' ? t.yearlyMark(year) : t.reportEntry[kind],
    what: evidence ? `${text} ${t.evidence(evidence)}` : text,
  }))
  const carries = it.carryRows.map(({ year, fromDueOn, toDueOn, explanation, carriedOn }) => ({
    key: `carry ${year}`,
    on: carriedOn,
    who: it.unit.name,
    what: t.carriedEntry(fromDueOn, toDueOn, explanation),
  }))
  const ratings = it.ratings.map(({ year, satisfaction, reason, ratedOn }) => ({
    key: `rating ${year}`,
    on: ratedOn,
    who: it.deputy.name,
    what: t.ratedEntry(year, w[satisfaction], reason),
  }))
  const made = { key: 'opened', on: it.openedOn, who: it.unit.name, what: t.promised(it.firstDueOn) }
  return [made, ...carries, ...reports, ...ratings].toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}
