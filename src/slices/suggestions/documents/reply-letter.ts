import { letter, type Block, type Letter } from '#kernel/documents/api.ts'
import { formatDateZh, toDateOnly } from '#lib/pure/date.ts'
import { contactPerson } from './rules/contact-person.ts'
import { officeName, shortSessionName } from './rules/session-name.ts'
import { handlersOf, letterOf, numberOf, speakersOf, type CaseFile, type LetterText } from './case-file.ts'

/** As much of a request as names it in a heading of one line or two. */
const MOST_IN_HEADING = 40

/**
 * 答复函: the class at the top right, one numbered answer for each numbered request, what co-handlers said, who to call, and who gets a
 * copy (A1.5). One for each unit that answers; what is not sent yet is marked as a draft.
 */
export function replyLetter(file: CaseFile): Letter {
  const { it, parts, congress, clock } = file
  const text = letterOf(file)
  const again = text.round > 1 ? `（第${text.round}次）` : ''
  return letter({
    issuer: text.unitName,
    number: text.documentNumber,
    class: text.class,
    approver: text.signer,
    title: `关于${shortSessionName(congress, it)}${numberOf(it)}建议的答复${again}`,
    addressee: speakersOf(file),
    blocks: [
      { kind: 'paragraph', text: opening(it.title, text.text) },
      ...parts.requests.flatMap((request, at) => answered(request, text.points[at] ?? '')),
      ...partsTaken(file, text).map((sentence) => ({ kind: 'paragraph', text: sentence }) as const),
    ],
    signer: text.unitName,
    date: toDateOnly(text.on),
    isDraft: text.isDraft,
    contact: contactPerson(text.contact),
    copies: [
      officeName(congress, clock.profileOf(it).vocabulary.deputiesOffice),
      ...handlersOf(file)
        .filter(({ unitId }) => unitId !== text.unitId)
        .map(({ unitName }) => unitName),
    ],
  })
}

/** Many units write the customary first sentence themselves. */
function opening(title: string, text: string): string {
  return text.includes('收悉') ? text : `您提出的《${title}》收悉。${text}`
}

function answered(request: string, point: string): Block[] {
  const short = request.length > MOST_IN_HEADING ? `${request.slice(0, MOST_IN_HEADING)}……` : request.replace(/[。；;]$/, '')
  return [
    { kind: 'heading', level: 1, text: `关于“${short.replaceAll('\n', '')}”` },
    { kind: 'paragraph', text: point },
  ]
}

/** Who else had a part in the answer: the deputy reads whose opinions it rests on. */
function partsTaken(file: CaseFile, { unitId }: LetterText): string[] {
  const all = handlersOf(file)
  const own = all.find((one) => one.unitId === unitId)
  if (own?.part === 'separate') return [`本件由有关单位分别办理，本函答复的部分：${own.scope.replace(/。$/, '')}。`]
  const { coHandler } = file.clock.profileOf(file.it).vocabulary
  const agreed = all.filter((one) => one.part === 'lead' && one.unitId !== unitId && one.concurredOn !== null)
  const said = all.flatMap(({ part, unitName, opinionOn }) => (part === 'co' && opinionOn ? [{ unitName, opinionOn }] : []))
  return [
    ...(agreed.length > 0 ? [`本答复已经共同主办的${agreed.map((it) => it.unitName).join('、')}会签同意。`] : []),
    ...(said.length > 0 ? [`办理中，${coHandler}单位提出了意见：${said.map(dated).join('、')}。`] : []),
  ]
}

function dated({ unitName, opinionOn }: { unitName: string; opinionOn: string }): string {
  return `${unitName}（${formatDateZh(toDateOnly(opinionOn))}）`
}
