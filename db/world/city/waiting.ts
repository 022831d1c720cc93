import type { Draft } from '#slices/suggestions/contract.ts'
import { diceOf, type Dice } from '../dice.ts'
import { at } from '../moment.ts'
import type { Deputy } from '../people.ts'
import type { Place } from '../places.ts'
import type { History, Step } from '../suggestions/steps.ts'
import { write } from '../suggestions/writing.ts'
import { unitNamed, type Unit } from '../units.ts'
import { BETWEEN } from './slots.ts'
import { confidential, declined, drafts, joint, sharpened, submitted } from './waiting-texts.ts'

interface Stage {
  readonly deputies: readonly Deputy[]
  readonly units: readonly Unit[]
  readonly places: readonly Place[]
  readonly taken: Set<string>
}

interface Writers extends Stage {
  readonly dice: Dice
  readonly others: readonly Deputy[]
  readonly wang: Deputy
  readonly li: Deputy
}

/** What is not handed over, and so stands outside the 823: on the way to the office, before it, sent back, or taken back. */
export function waitingHistories(stage: Stage): History[] {
  const { deputies, places } = stage
  const named = (name: string) => deputies.find((it) => it.name === name)!
  const [wang, li] = [named('王敏'), named('李华')]
  const others = deputies.filter((it) => it !== wang && it !== li && places.some((place) => place.name === it.constituency))
  const writers: Writers = { ...stage, dice: diceOf('waiting'), others, wang, li }
  return [...toReview(writers), ...ownDrafts(writers), ...cosigning(writers), ...registered(writers), ...sentBack(writers), ...takenBack(writers)]
}

/** Five as they come, two that are confidential. */
function toReview({ dice, others, ...stage }: Writers): History[] {
  const ordinary = submitted.map(([day, unitName], index) => {
    const deputy = dice.pick(others)
    const steps: Step[] = [begun(written(stage, unitName, deputy, dice), '2022-09-17'), { action: 'submit', at: at(day, 10 + index) }]
    return history(`submitted ${index + 1}`, deputy, steps)
  })
  const guarded = confidential.map(({ isAskedByOffice, ...draft }, index) => {
    const steps: Step[] = [begun(draft, '2022-09-21'), { action: 'submit', at: at('2022-09-22', 16 + index) }]
    const reason = '反映人可能受到影响，按照规定改为保密办理。'
    if (isAskedByOffice) steps.push({ action: 'protect', at: at('2022-09-23', 9.2), isConfidential: true, reason })
    return history(`confidential ${index + 1}`, dice.pick(others), steps)
  })
  return [...ordinary, ...guarded]
}

function ownDrafts({ wang }: Writers): History[] {
  return drafts.map(([day, draft], index) => history(`draft ${index + 1}`, wang, [begun(draft, day)]))
}

/** 李华 is asked by 王敏, 王敏 by 李华, whose text was sharpened after a third deputy had signed it. */
function cosigning({ wang, li, others }: Writers): History[] {
  const [near, far] = [others.find((it) => it.constituency === wang.constituency)!, others.find((it) => it.constituency === li.constituency)!]
  return [
    history('cosigning 1', wang, [
      begun(joint.王敏, '2022-09-22'),
      { action: 'invite', at: at('2022-09-23', 9), deputies: [li, near] },
      { action: 'cosign', at: at('2022-09-24', 20), deputy: near, answer: 'confirmed' },
    ]),
    history('cosigning 2', li, [
      begun(joint.李华, '2022-09-23'),
      { action: 'invite', at: at('2022-09-24', 10), deputies: [far] },
      { action: 'cosign', at: at('2022-09-24', 21), deputy: far, answer: 'confirmed' },
      { action: 'edit', at: at('2022-09-25', 19), draft: sharpened },
      { action: 'invite', at: at('2022-09-25', 19.5), deputies: [wang] },
    ]),
  ]
}

/** Reviewed and numbered, to be handed over within seven working days. */
function registered({ dice, others, ...stage }: Writers): History[] {
  return ['市民政局', '市交通局', '市生态环境局'].map((unitName, index) => {
    const deputy = dice.pick(others)
    return history(`registered ${index + 1}`, deputy, [
      begun(written(stage, unitName, deputy, dice), '2022-09-20'),
      { action: 'submit', at: at('2022-09-21', 9 + index) },
      { action: 'see', at: at('2022-09-22', 9 + index) },
      { action: 'register', at: at('2022-09-26', 14 + index), number: BETWEEN + 2 + index },
    ])
  })
}

/** Two for revision, six that are no suggestions, two of which went on as letters. */
function sentBack({ dice, others, units, ...stage }: Writers): History[] {
  const reasons = [
    ['市教育局', '一件建议只说一件事。请把学位建设和校车两件事分开提，并写明具体学校。'],
    ['市住建局', '请补充具体路段和现场照片，并核对权属，便于确定承办单位。'],
  ] as const
  const returned = reasons.map(([unitName, reason], index) => {
    const author = dice.pick(others)
    return history(`returned ${index + 1}`, author, [
      begun(written({ ...stage, units }, unitName, author, dice), '2022-09-14'),
      { action: 'submit', at: at('2022-09-15', 9.5 + index) },
      { action: 'return', at: at('2022-09-20', 15 + index), reason },
    ])
  })
  const refused = declined.map(({ ground, advice, passedTo, ...draft }, index) => {
    const steps: Step[] = [
      begun(draft, '2022-08-29'),
      { action: 'submit', at: at('2022-08-30', 9 + index) },
      { action: 'decline', at: at('2022-09-05', 9 + index), ground, advice },
    ]
    const unit = passedTo && unitNamed(units, passedTo)
    const note = '请研究处理，并将情况告知代表和代表工委。'
    if (unit) steps.push({ action: 'passOn', at: at('2022-09-06', 9 + index), unit, note })
    return history(`declined ${index + 1}`, dice.pick(others), steps)
  })
  return [...returned, ...refused]
}

/** One whose matter was settled, a joint one after all had agreed, one that still waits for an agreement, a draft thrown away. */
function takenBack({ dice, others, ...stage }: Writers): History[] {
  const [first, second, third, fourth] = dice.shuffle(others) as [Deputy, Deputy, Deputy, Deputy]
  const [a, b, c] = dice.shuffle(others.filter((it) => ![first, second, third, fourth].includes(it))) as [Deputy, Deputy, Deputy]
  const submitJoint = (deputy: Deputy, unitName: string, signers: readonly Deputy[]): Step[] => [
    begun(written(stage, unitName, deputy, dice), '2022-09-13'),
    { action: 'invite', at: at('2022-09-14', 9), deputies: signers },
    ...signers.map((it, index): Step => ({ action: 'cosign', at: at('2022-09-15', 9 + index), deputy: it, answer: 'confirmed' })),
    { action: 'submit', at: at('2022-09-19', 9) },
  ]
  const reason = '该路段已列入区里的维修计划并进场施工，不再需要提出。'
  return [
    history('withdrawn 1', first, [
      begun(written(stage, '市住建局', first, dice), '2022-08-16'),
      { action: 'submit', at: at('2022-08-17', 9) },
      { action: 'withdraw', at: at('2022-08-22', 11), reason },
    ]),
    history('withdrawn 2', second, [
      ...submitJoint(second, '市城管执法局', [a, b]),
      { action: 'register', at: at('2022-09-23', 16), number: BETWEEN + 1 },
      { action: 'withdraw', at: at('2022-09-24', 11), reason: '经与街道沟通，问题已经解决，联名代表商议后撤回。' },
      { action: 'agreeWithdrawal', at: at('2022-09-24', 20), deputy: a },
      { action: 'agreeWithdrawal', at: at('2022-09-26', 9), deputy: b },
    ]),
    history('withdrawal asked', third, [
      ...submitJoint(third, '市文旅局', [b, c]),
      { action: 'withdraw', at: at('2022-09-25', 10), reason: '场馆已恢复开放，拟撤回本件。' },
      { action: 'agreeWithdrawal', at: at('2022-09-26', 12), deputy: b },
    ]),
    history('discarded', fourth, [
      begun(written(stage, '市体育局', fourth, dice), '2022-09-02'),
      { action: 'submit', at: at('2022-09-04', 20) },
      { action: 'recallSubmission', at: at('2022-09-04', 21) },
      { action: 'withdraw', at: at('2022-09-05', 8), reason: '与已经提出的建议重复' },
    ]),
  ]
}

function written({ units, places, taken }: Stage, unitName: string, deputy: Deputy, dice: Dice): Draft {
  return write(unitNamed(units, unitName), deputy, places, taken, dice).draft
}

function begun(draft: Draft, on: string): Step {
  return { action: 'draft', at: at(on, 20), draft }
}

function history(name: string, deputy: Deputy, steps: Step[]): History {
  return { key: `17-2022 ${name}`, deputy, term: 17, session: null, series: '17-2022', steps }
}
