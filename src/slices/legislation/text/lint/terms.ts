/**
 * Terms. A law defines a term by 本条例所称X，是指…, by an entry in a list of terms, or by （以下简称X）. Reported are a term defined
 * twice, a short name used before it is introduced, and a term defined and never used again.
 */

import { plain } from '../blanks.ts'
import type { LawText } from '../types.ts'
import { norms } from './rule.ts'
import type { LintFinding } from './rule.ts'
import { textsOf } from './texts.ts'
import type { TextUnit } from './texts.ts'

interface Definition {
  term: string
  kind: 'short name' | 'definition'
  unit: TextUnit
  /** Offset in the unit's text. */
  at: number
  /** Which part of the law it holds for: 本章所称 holds for its chapter only. */
  scope: string
}

const basis = `${norms.first}第2项：定义条款`

export function termFaults(law: LawText): LintFinding[] {
  const units = textsOf(law)
  const definitions = units.flatMap(definitionsIn)
  return [...definedTwice(definitions), ...usedBefore(units, definitions), ...neverUsed(units, definitions)]
}

function definitionsIn(unit: TextUnit): Definition[] {
  const shortNames = [
    ...unit.text.matchAll(/以下(?:统称|简称|合称|称)[为]?[“"]?([^，。；：、（）()“”"《》\s]{2,20}?)[”"]?(?=[），,。；)、])/g),
  ]
  const meanings = [
    ...unit.text.matchAll(
      /(本[法条章节]例?|本规定|本办法|本规则|本细则|前款)(?:中)?所称(?:的)?[“"]?([^，。；：、（）()“”"]{2,20}?)[”"]?，?(?:是指|包括|系指|指的是)/g,
    ),
  ]
  const entries = [...unit.text.matchAll(/^[“"]?([^，。；：、（）()“”"]{2,20}?)[”"]?，(?:是指|系指)/g)]
  return [
    ...shortNames.map((match): Definition => ({ term: match[1] ?? '', kind: 'short name', unit, at: match.index, scope: '' })),
    ...meanings.map((match): Definition => ({
      term: match[2] ?? '',
      kind: 'definition',
      unit,
      at: match.index,
      scope: scopeOf(match[1] ?? '', unit),
    })),
    ...entries.map((match): Definition => ({ term: match[1] ?? '', kind: 'definition', unit, at: match.index, scope: '' })),
  ].filter(({ term }) => !term.startsWith('本') && !/[的是]$/.test(term))
}

function scopeOf(holder: string, unit: TextUnit): string {
  if (holder === '前款' || holder === '本条') return unit.where
  const level = holder === '本章' ? 'chapter' : holder === '本节' ? 'section' : ''
  return unit.above.find((node) => node.level === level)?.eId ?? ''
}

function definedTwice(definitions: readonly Definition[]): LintFinding[] {
  return definitions.flatMap((one, index) => {
    const first = definitions
      .slice(0, index)
      .find((other) => other.term === one.term && other.scope === one.scope && other.kind === one.kind)
    return first
      ? [
          finding(
            'term-defined-twice',
            'warning',
            one,
            `“${one.term}”在${first.unit.where}已经${one.kind === 'short name' ? '简称' : '定义'}过`,
          ),
        ]
      : []
  })
}

/** Short names of three characters and more: shorter ones are common words (代表, 业主) that stand everywhere in their own right. */
function usedBefore(units: readonly TextUnit[], definitions: readonly Definition[]): LintFinding[] {
  return definitions.flatMap((one) => {
    if (one.kind !== 'short name' || one.term.length < 3 || isPartOfFullName(one)) return []
    const earlier = units.slice(0, units.indexOf(one.unit)).find((unit) => standsAlone(unit.text, one.term))
    return earlier
      ? [finding('term-used-before-definition', 'hint', one, `“${one.term}”在${earlier.where}已经使用，到这里才说明简称`)]
      : []
  })
}

/** 本市地铁（以下简称地铁）: the short name is a part of what it stands for, so an earlier use may be the full name or a common word. */
function isPartOfFullName({ term, unit, at }: Definition): boolean {
  const clause =
    unit.text
      .slice(0, at)
      .split(/[。；]/)
      .at(-1) ?? ''
  return plain(clause).includes(plain(term))
}

function neverUsed(units: readonly TextUnit[], definitions: readonly Definition[]): LintFinding[] {
  const whole = plain(units.map(({ text }) => text).join('\n'))
  return definitions.flatMap((one) => {
    const times = whole.split(plain(one.term)).length - 1
    const defined = definitions.filter(({ term }) => term === one.term).length
    if (one.kind !== 'short name' || times > defined || isPartOfFullName(one)) return []
    return [finding('term-not-used', 'hint', one, `“${one.term}”定了简称，后文没有使用`)]
  })
}

/** Not as a part of a longer name in 《》. */
function standsAlone(text: string, term: string): boolean {
  return plain(text.replace(/《[^》]*》/g, '')).includes(plain(term))
}

function finding(rule: string, severity: LintFinding['severity'], one: Definition, message: string): LintFinding {
  const start = one.unit.start + one.at
  return { rule, severity, start, end: start + one.term.length, where: one.unit.where, found: one.term, message, basis }
}
