import type { Answer } from '#lib/http/contract.ts'
import type { profileApi } from '../../profile-endpoints.ts'
import { steps } from '../../rules/profile-lines.ts'
import type { versionWords } from './words.ts'

/** The settings as the form holds them: numbers that are being typed may be 0, the server has the last word. */
export type Settings = Answer<(typeof profileApi)['listProfileVersions']>['items'][number]['settings']
export type TermsOf = Settings['terms']
export type Timed = NonNullable<TermsOf['handOver']>
export type LegalTerm = NonNullable<TermsOf['reassignment']>

/** A profile while it is being prepared, as it is kept on this device. */
export type ProfileForm = { from: string; settings: Settings; title: string; effectiveOn: string }

type Missing = { path: string; message: string }
type Words = typeof versionWords.zh.missing

/** What is plainly not filled in, before the server is asked; paths are those of the request. */
export function missingInSettings(settings: Settings, t: Words): Missing[] {
  const { extension, signedBy, classesBasis, groundsBasis, vocabulary, nearWithinWorkdays, classes, grounds } = settings
  const texts: Readonly<Record<string, string | undefined>> = {
    'extension.consentBy': extension.consentBy,
    'extension.basis': extension.basis,
    'signedBy.basis': signedBy?.basis,
    classesBasis,
    groundsBasis,
    'vocabulary.feedbackForm': vocabulary.feedbackForm,
    'vocabulary.deputiesOffice': vocabulary.deputiesOffice,
    'vocabulary.noticeSeries': vocabulary.noticeSeries,
  }
  const found = [
    ...steps.flatMap((step) => missingInTerm(`terms.${step}`, settings.terms[step], t)),
    ...(isWhole(nearWithinWorkdays, 30) ? [] : [{ path: 'nearWithinWorkdays', message: t.near }]),
    ...Object.entries(texts).flatMap(([path, text]) => (text === undefined ? [] : tooShort(path, text, 2, t.text))),
    ...classes.flatMap(({ code, label }, at) => [
      ...tooShort(`classes.${at}.code`, code, 1, t.code),
      ...tooShort(`classes.${at}.label`, label, 1, t.label),
    ]),
    ...(grounds.length === 0 ? [{ path: 'grounds', message: t.grounds }] : []),
    ...grounds.flatMap(({ label }, at) => tooShort(`grounds.${at}.label`, label, 1, t.text)),
  ]
  return found.map(({ path, message }) => ({ path: `settings.${path}`, message }))
}

/** Name and day of a version; `today` is the server's. Days compare as text. */
export function missingInHead({ title, effectiveOn }: ProfileForm, today: string, t: Words): Missing[] {
  return [
    ...tooShort('title', title, 2, t.title),
    ...(effectiveOn >= today ? [] : [{ path: 'effectiveOn', message: t.effectiveOn }]),
  ]
}

/** A code that no class has yet: the letter after the last, where codes are letters. */
export function nextCode(codes: readonly string[]): string {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const numerals = [...'一二三四五六七八九十']
  const row = codes.some((code) => numerals.includes(code)) ? numerals : letters
  return row.find((code) => !codes.includes(code)) ?? ''
}

function missingInTerm(path: string, term: LegalTerm | null, t: Words): Missing[] {
  if (!term) return []
  const amount = isWhole(term.term.amount, 366) ? [] : [{ path: `${path}.term.amount`, message: t.amount }]
  return [...amount, ...tooShort(`${path}.basis`, term.basis, 2, t.text)]
}

function tooShort(path: string, text: string, least: number, message: string): Missing[] {
  return text.trim().length >= least ? [] : [{ path, message }]
}

function isWhole(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most
}
