/** A text without line breaks at its edges: title, notes and 目录 in front, headings without a number, attachments at the end. */

import { blankCharacters, withoutBlanks } from './blanks.ts'
import { headingPattern } from './marks.ts'
import { numeralCharacters } from './numerals.ts'

const gap = `[${blankCharacters}]*`
const date =
  '(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)'
const act = '(?:通过|批准|修正|修订|公布|修改|施行)'
const bracketedNote = new RegExp(`[（(](?=[^）)]{0,40}${date}[^）)]*${act})[^（）()]*[）)]`, 'g')
const bareNote = new RegExp(`${date}(?=[^。]{0,120}?${act})`, 'g')
const preambleBehindNote = new RegExp(`(?<=${act}[）)]?)(?=为|鉴于)`, 'g')
const contentsHeading = new RegExp(`目${gap}[录次]${gap}$`)
const division = `(?:附${gap}则|序${gap}言)`
const divisionAtEnd = new RegExp(`${division}${gap}$`)
const attachment = new RegExp(`(?<=[。；;：:）)]${gap})附${gap}[件表录图]${gap}[${numeralCharacters}]{0,4}${gap}[：:]?`, 'g')

/** Cuts before the first unit: where each note begins, where the preamble begins behind them, and before 目录. */
export function cutsInFront(text: string, units: readonly number[]): number[] {
  const front = text.slice(0, units[0] ?? 0)
  const bracketed = [...front.matchAll(bracketedNote)].flatMap((match) => [match.index, match.index + match[0].length])
  const bare =
    bracketed.length > 0 ? [] : [...front.matchAll(bareNote)].map((match) => match.index).filter((at) => !isInside(front, at))
  const preamble = [...front.matchAll(preambleBehindNote)].map((match) => match.index).filter((at) => !isInside(front, at))
  const contents = contentsHeading.exec(front)
  return [...bracketed, ...bare, ...preamble.slice(0, 1), ...(contents ? [contents.index] : [])]
}

/** In laws with 编, 附则 and 序言 stand without a number: directly before a unit, or in the 目录 before the first heading of the body. */
export function cutsAtDivisions(text: string, units: readonly number[]): number[] {
  if (![...text.matchAll(new RegExp(headingPattern, 'g'))].some((mark) => mark[2] === '编')) return []
  return units.flatMap((unit) => {
    const found = divisionAtEnd.exec(text.slice(Math.max(0, unit - 12), unit))
    return found ? [Math.max(0, unit - 12) + found.index] : []
  })
}

/** True for text that ends with such a heading: a unit may begin behind it. */
export function endsWithDivision(text: string): boolean {
  return divisionAtEnd.test(text)
}

/** 附件一 behind the last article, and where its own words begin. */
export function cutsAtAttachments(text: string, units: readonly number[]): number[] {
  const last = units.at(-1) ?? 0
  return [...text.matchAll(attachment)]
    .filter(
      (match) =>
        match.index > last && !/^(?:的|中|所|规定)/.test(withoutBlanks(text.slice(match.index + match[0].length)).slice(0, 4)),
    )
    .flatMap((match) => [match.index, match.index + match[0].length])
}

/** Within 《》 a date belongs to the name of a document. */
function isInside(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return before.lastIndexOf('《') > before.lastIndexOf('》')
}
