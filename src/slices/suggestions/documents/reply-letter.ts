import { letter, type Block, type Letter } from '#kernel/documents/api.ts'
import { toDateOnly } from '#lib/pure/date.ts'
import { contactPerson } from '../rules/contact-person.ts'
import { officeName, shortSessionName } from '../rules/session-name.ts'
import { numberOf, replyOf, type CaseFile } from './case-file.ts'

/** As much of a request as names it in a heading of one line or two. */
const MOST_IN_HEADING = 40

/** 答复函: the class at the top right, one numbered answer for each numbered request, who to call, and who gets a copy (A1.5). */
export function replyLetter(file: CaseFile): Letter {
  const { it, parts, congress, clock } = file
  const reply = replyOf(file)
  const again = reply.round > 1 ? `（第${reply.round}次）` : ''
  return letter({
    issuer: reply.unitName,
    number: reply.documentNumber,
    class: reply.class,
    approver: reply.signer,
    title: `关于${shortSessionName(congress, it)}${numberOf(it)}建议的答复${again}`,
    addressee: `${it.deputyName}代表`,
    blocks: [
      { kind: 'paragraph', text: opening(it.title, reply.text) },
      ...parts.requests.flatMap((request, at) => answered(request, reply.points[at] ?? '')),
    ],
    signer: reply.unitName,
    date: toDateOnly(reply.repliedOn),
    contact: contactPerson(reply.contact),
    copies: [officeName(congress, clock.profile.vocabulary.deputiesOffice)],
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
