import type { UnitDuties } from './duty-catalogue.ts'
import { countGrams, gramRow } from './gram-rows.ts'
import { plainText } from './plain-text.ts'
import { candidates } from './posting-lists.ts'
import { buildSimilarIndex, type SimilarIndex } from './similar-texts.ts'
import { dotRows } from './sparse-matrix.ts'
import {
  classifierRow,
  marginsOf,
  trainInSteps,
  wordsThatDecided,
  type LabelledWords,
  type Learning,
  type TextClassifier,
} from './text-classifier.ts'
import type { TextItem } from './text-item.ts'
import { meaningfulWords } from './word-features.ts'

/** A matter that was handed to a unit before. */
export interface PastAssignment extends TextItem {
  readonly unitId: string
}

/** What is known of the units: their declared duties and what they were given before. */
export interface UnitKnowledge {
  readonly unitIds: readonly string[]
  readonly duties: readonly UnitDuties[]
  readonly dutyWeights: ReadonlyMap<string, number>
  readonly history: readonly PastAssignment[]
  readonly index: SimilarIndex
  /** Null until two units have a history. */
  readonly classifier: TextClassifier | null
}

export interface UnitProposal {
  readonly unitId: string
  /** Only for comparing the proposals of one text. */
  readonly score: number
  /** Declared duties, then words of past assignments, then like past matters: what made the choice. Never empty. */
  readonly why: string[]
}

// Past assignments are often unsure, so single samples count little; frequent units stay frequent.
const LEARNING: Learning = { cost: 0.1, balance: 0, smoothing: 1 }
const DUTY_SHARE = 0.35
const LIKE_SHARE = 0.5
const LIKE_MATTERS = 15
const BODY_WEIGHT = 0.3

/** Prepares what `proposeUnits` needs; seconds for some thousand past assignments. */
export function learnUnits(duties: readonly UnitDuties[], history: readonly PastAssignment[]): UnitKnowledge {
  const steps = learnUnitsInSteps(duties, history)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps of some tenths of a second, for a program that serves people meanwhile. */
export function* learnUnitsInSteps(
  duties: readonly UnitDuties[],
  history: readonly PastAssignment[],
): Generator<void, UnitKnowledge> {
  const unitIds = [...new Set([...duties.map((unit) => unit.unitId), ...history.map((past) => past.unitId)])].sort()
  const withHistory = new Set(history.map((past) => past.unitId)).size
  const samples: LabelledWords[] = []
  for (const past of history) {
    if (samples.length % 200 === 0) yield
    samples.push({ label: past.unitId, words: meaningfulWords(past) })
  }
  const classifier = withHistory >= 2 ? yield* trainInSteps(samples, LEARNING) : null
  yield
  return {
    unitIds,
    duties,
    dutyWeights: weighDuties(duties, history),
    history,
    index: buildSimilarIndex(history.map(({ title, text }, at) => ({ id: String(at), title, text }))),
    classifier,
  }
}

/**
 * The three units that most likely handle a text, best first, each with its reason. Three voices are added: the duties the text names
 * (in the title in full, in the body at 0.3), the words that went to the unit before (linear classifier), and the likest past matters.
 * Units without any reason are left out, so there may be fewer than three. An aid: a person hands over.
 */
export function proposeUnits(known: UnitKnowledge, text: Pick<TextItem, 'title' | 'text'>): UnitProposal[] {
  const duty = dutyVoice(known, text)
  const like = likeVoice(known, text)
  const learnt = learntVoice(known, text)
  return known.unitIds
    .map((unitId) => ({
      unitId,
      score:
        (learnt.get(unitId)?.score ?? NEVER_LEARNT) +
        DUTY_SHARE * (duty.get(unitId)?.score ?? 0) +
        LIKE_SHARE * (like.get(unitId)?.score ?? 0),
      why: [...(duty.get(unitId)?.why ?? []), ...(learnt.get(unitId)?.why() ?? []), ...(like.get(unitId)?.why ?? [])],
    }))
    .filter(({ why }) => why.length > 0)
    .sort((a, b) => b.score - a.score || (a.unitId < b.unitId ? -1 : 1))
    .slice(0, 3)
}

/** Where a unit has no history its margin is that of "surely not": only duties and nothing else can lift it. */
const NEVER_LEARNT = -1

interface Voice {
  readonly score: number
  readonly why: string[]
}

function dutyVoice(known: UnitKnowledge, text: Pick<TextItem, 'title' | 'text'>): Map<string, Voice> {
  const title = plainText(text.title ?? text.text)
  const body = plainText(text.text)
  const voices = known.duties.map((unit) => {
    const hits = unit.duties
      .map((word) => ({ word, at: plainText(word) }))
      .filter(({ at }) => title.includes(at) || body.includes(at))
      .map(({ word, at }) => ({ word, weight: known.dutyWeights.get(at)! * (title.includes(at) ? 1 : BODY_WEIGHT) }))
      .sort((a, b) => b.weight - a.weight)
    const score = hits.reduce((sum, { weight }) => sum + weight, 0)
    return { unitId: unit.unitId, score, why: hits.slice(0, 3).map(({ word }) => `职责：${word}`) }
  })
  const length = Math.hypot(...voices.map(({ score }) => score)) || 1
  return new Map(
    voices.filter(({ score }) => score > 0).map(({ unitId, score, why }) => [unitId, { score: score / length, why }]),
  )
}

/** A duty that half of all messages name says less than one that few name. */
function weighDuties(duties: readonly UnitDuties[], history: readonly PastAssignment[]): Map<string, number> {
  const plain = history.map((past) => plainText(`${past.title ?? ''} ${past.text}`))
  const words = new Set(duties.flatMap((unit) => unit.duties.map(plainText)))
  return new Map(
    [...words].map((word) => [word, Math.log((history.length + 10) / (1 + plain.filter((text) => text.includes(word)).length))]),
  )
}

function likeVoice(known: UnitKnowledge, text: Pick<TextItem, 'title' | 'text'>): Map<string, Voice> {
  const row = gramRow(countGrams(text), known.index.statistics)
  const near = candidates(known.index.postings, row, 150)
    .map((number) => ({ number, score: dotRows(row, known.index.rows[number]!) }))
    .sort((a, b) => b.score - a.score || a.number - b.number)
    .slice(0, LIKE_MATTERS)
  const voices = new Map<string, Voice>()
  for (const { number, score } of near) {
    const past = known.history[number]!
    const voice = voices.get(past.unitId)
    if (voice) voices.set(past.unitId, { score: voice.score + score, why: voice.why })
    else voices.set(past.unitId, { score, why: [`相近办件：${past.id}`] })
  }
  return voices
}

function learntVoice(
  known: UnitKnowledge,
  text: Pick<TextItem, 'title' | 'text'>,
): Map<string, { score: number; why: () => string[] }> {
  const { classifier } = known
  if (classifier === null) return new Map()
  const words = meaningfulWords(text)
  const margins = marginsOf(classifier, classifierRow(classifier, words))
  return new Map(
    classifier.labels.map((label, at) => [
      label,
      { score: margins[at]!, why: () => wordsThatDecided(classifier, words, at, 3).map((word) => `用词：${word}`) },
    ]),
  )
}
