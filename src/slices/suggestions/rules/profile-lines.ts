/** A procedure profile in words, line by line; whatever can be set has a line, so that two profiles differ exactly where their lines do. */
import { pick, type Locale } from '#lib/pure/words.ts'
import type { Step, SuggestionProfile } from './profile.ts'
import { profileWords } from './profile-words.ts'

export interface ProfileLine {
  /** Where the setting stands in the profile: `terms.reply`, `classes.A`. */
  readonly key: string
  readonly label: string
  readonly text: string
  /** The provision that the setting rests on; several lines may share one. */
  readonly basis: { readonly label: string; readonly text: string } | null
}

type Words = typeof profileWords.zh

/** The steps that may have a clock, in the order in which a suggestion meets them. */
export const steps = [
  'handOver',
  'objection',
  'reassignment',
  'firstContact',
  'coOpinion',
  'reply',
  'replyDifficult',
  'replyLimit',
  'feedback',
  'rehandling',
] as const satisfies readonly Step[]

/** The lines of a profile in a fixed order. */
export function profileLines(profile: SuggestionProfile, locale: Locale): ProfileLine[] {
  const t = pick(locale, profileWords)
  return [
    ...steps.map((step) => stepLine(profile, step, t)),
    ...clockLines(profile, t),
    ...handlingLines(profile, t),
    ...classLines(profile, t),
    ...groundLines(profile, t),
    ...wordLines(profile, t),
  ]
}

function stepLine({ terms }: SuggestionProfile, step: Step, t: Words): ProfileLine {
  const label = t.step[step]
  const timed = terms[step]
  if (!timed) return line(`terms.${step}`, label, t.none)
  const amount = t.amount(timed.term.amount, timed.term.unit)
  const text = 'startsAt' in timed ? t.from(t.start[timed.startsAt], amount) : amount
  return line(`terms.${step}`, label, text, { label: t.basisOf(label), text: timed.basis })
}

function clockLines({ restDayRule, nearWithinWorkdays }: SuggestionProfile, t: Words): ProfileLine[] {
  return [
    line('restDayRule', t.restDayRule, t.restDay[restDayRule]),
    line('nearWithinWorkdays', t.near, t.nearFrom(nearWithinWorkdays)),
  ]
}

function handlingLines({ extension, objection, withdrawal, signedBy, joint }: SuggestionProfile, t: Words): ProfileLine[] {
  const yesOrNo = (is: boolean) => (is ? t.yes : t.no)
  const onExtension = { label: t.basisOf(t.extension), text: extension.basis }
  const onSigning = signedBy && { label: t.basisOf(t.signedBy), text: signedBy.basis }
  return [
    line('extension.consentBy', t.consentBy, extension.consentBy, onExtension),
    line('extension.tellsDeputy', t.tellsDeputy, yesOrNo(extension.tellsDeputy), onExtension),
    line('objection.needsProposedUnit', t.needsProposedUnit, yesOrNo(objection.needsProposedUnit)),
    line('objection.acceptsLate', t.acceptsLate, yesOrNo(objection.acceptsLate)),
    line('withdrawal', t.withdrawal, t.withdrawalUntil[withdrawal]),
    line('signedBy', t.signedBy, signedBy ? t.signer[signedBy.who] : t.none, onSigning),
    line('joint.replyTo', t.replyTo, t.replyToWhom[joint.replyTo]),
    line('joint.feedbackBy', t.feedbackBy, t.feedbackByWhom[joint.feedbackBy]),
  ]
}

function classLines({ classes, classesBasis }: SuggestionProfile, t: Words): ProfileLine[] {
  const basis = { label: t.basisOf(t.classes), text: classesBasis }
  const textOf = ({ label, meaning, opensCommitment }: SuggestionProfile['classes'][number]) =>
    `${label}（${t.meaning[meaning]}${opensCommitment ? `，${t.opensCommitment}` : ''}）`
  return [
    ...classes.map((it) => line(`classes.${it.code}`, t.oneClass(it.code), textOf(it), basis)),
    line(CLASS_ORDER, t.classOrder, classes.map((it) => it.code).join('、'), basis),
  ]
}

function groundLines({ grounds, groundsBasis }: SuggestionProfile, t: Words): ProfileLine[] {
  const basis = { label: t.basisOf(t.grounds), text: groundsBasis }
  return [
    ...grounds.map(({ code, label }) => line(`grounds.${code}`, t.oneGround(t.ground[code]), label, basis)),
    line(GROUND_ORDER, t.groundOrder, grounds.map(({ code }) => t.ground[code]).join('、'), basis),
  ]
}

function wordLines({ vocabulary }: SuggestionProfile, t: Words): ProfileLine[] {
  return [
    line('vocabulary.coHandler', t.coHandler, vocabulary.coHandler),
    line('vocabulary.feedbackForm', t.feedbackForm, vocabulary.feedbackForm),
    line('vocabulary.deputiesOffice', t.deputiesOffice, vocabulary.deputiesOffice),
    line('vocabulary.noticeSeries', t.noticeSeries, vocabulary.noticeSeries),
  ]
}

/** The order of a list is a setting of its own; an added or removed entry tells its new order by itself. */
const CLASS_ORDER = 'classes order'
const GROUND_ORDER = 'grounds order'
export const orderKeys: ReadonlySet<string> = new Set([CLASS_ORDER, GROUND_ORDER])

function line(key: string, label: string, text: string, basis: ProfileLine['basis'] = null): ProfileLine {
  return { key, label, text, basis }
}
