import { headingOf, SENTENCE_INSIDE, type Heading } from './split-headings.ts'
import { itemsOf } from './split-items.ts'
import { findTitle } from './split-title.ts'

/** Where a piece of the source goes. `label`: a heading or a number that the form prints itself. */
export type Place = 'title' | 'matter' | 'request' | 'label' | 'leftOut'

/** A run of the source, in its order; no piece is empty. `opens`: a request begins with it. */
export interface Piece {
  readonly place: Place
  readonly text: string
  readonly opens?: boolean
}

/** What a whole text was split into. `leftOut` holds lines that the form does not need, `labels` headings and numbers: nothing vanishes. */
export interface Split {
  readonly title: string
  readonly matter: string
  readonly requests: readonly string[]
  readonly leftOut: readonly string[]
  readonly labels: readonly string[]
}

/**
 * Splits the text of a suggestion as deputies write it (北京条例第九条: 标题、情况和问题、具体建议) into the fields of the form: a line
 * `关于……的建议`, or else the first short one, is the title, a heading such as `具体建议：` or a paragraph that begins `为此，建议` starts the
 * requests, and numbered lines are single requests. What is not recognised stays in the matter; a person checks the result.
 */
export function splitPaste(text: string): Split {
  const pieces = piecesOf(text)
  const all = (place: Place) => pieces.filter((it) => it.place === place).map((it) => it.text)
  return {
    title: all('title').join(''),
    matter: all('matter').join('\n'),
    requests: requestsOf(pieces),
    leftOut: all('leftOut'),
    labels: all('label'),
  }
}

/** The source as pieces: put together again they are its characters, in its order, but for blanks. */
export function piecesOf(text: string): Piece[] {
  const lines = linesOf(text)
  const { before, rest } = findTitle(lines, isParticular)
  return [...before, ...bodyOf(rest)].filter((it) => it.text !== '')
}

const BLANK = /[\s\u3000\uFEFF]+/g

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line) => line.split(SENTENCE_INSIDE))
    .map((line) => line.replaceAll(BLANK, ' ').trim())
    .filter((line) => line !== '')
}

/** Particulars of the writer, which the account already holds, and the day under a letter. */
const PARTICULAR =
  /^(领衔代表|联名代表|附议代表|附议人|提出人|提出代表|提建议代表|建议人|代表姓名|代表团|代表证号|联系电话|联系方式|联系地址|通讯地址|手机|邮编|工作单位|提出日期|填报日期)\s*[:：]/
const DAY =
  /^(?:日期[:：])?\s*(?:\d{4}|[二〇零○一三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$/

function isParticular(line: string): boolean {
  return PARTICULAR.test(line) || DAY.test(line)
}

/** Situation until a heading of requests, requests until a heading of the situation; the order of the two is the writer's. */
function bodyOf(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let field: 'matter' | 'request' = 'matter'
  let run: string[] = []
  const flush = () => {
    pieces.push(...(field === 'request' ? itemsOf(run) : run.map((text) => ({ place: 'matter' as const, text }))))
    run = []
  }
  for (const line of lines) {
    const heading: Heading | null = isParticular(line) ? null : headingOf(line, field)
    if (!heading && !isParticular(line)) run.push(line)
    else flush()
    if (isParticular(line)) pieces.push({ place: 'leftOut', text: line })
    if (!heading) continue
    pieces.push({ place: 'label', text: heading.label })
    field = heading.opens
    if (heading.rest !== '') run.push(heading.rest)
  }
  flush()
  return pieces
}

function requestsOf(pieces: readonly Piece[]): string[] {
  const requests: string[] = []
  for (const { place, text, opens } of pieces) {
    if (place !== 'request') continue
    if (opens || requests.length === 0) requests.push(text)
    else requests.push(`${requests.pop()}\n${text}`)
  }
  return requests
}
