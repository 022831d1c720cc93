import { useState } from 'react'
import { ChoiceField, FormField, useWords } from '#workbench/kit.ts'
import type { Action, Detail } from '../../contract.ts'
import { actWords } from '../act-words.ts'
import { ReviewAdvice, SimilarHint } from '../advice/index.tsx'
import { calls, useProfile } from '../calls.ts'
import { caseWords } from '../case-words.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { TextPanel } from './text-panel.tsx'

export type Opened = { it: Detail; open: Action | null; onClose: () => void }

/** What a review can end with beside registration: 退回修改, 不作为建议 and, from there, 转为代表来信. */
export function ReviewPanels({ it, open, onClose }: Opened) {
  const t = useWords(caseWords)
  return (
    <>
      {it.allowed.includes('register') && (
        <>
          <ReviewAdvice id={it.id} />
          <SimilarHint draft={{ ...it, category: it.category.code }} />
        </>
      )}
      <TextPanel
        it={it}
        action="return"
        effect={t.returnEffect}
        field="reason"
        label={t.returnReason}
        missing={t.reasonMissing}
        isOpen={open === 'return'}
        onClose={onClose}
        bodyOf={(reason) => ({ reason })}
        call={calls.returnSuggestion}
        done={t.done.return}
      />
      <DeclinePanel it={it} open={open} onClose={onClose} />
      <PassOnPanel it={it} open={open} onClose={onClose} />
    </>
  )
}

function DeclinePanel({ it, open, onClose }: Opened) {
  const t = useWords(actWords)
  const profile = useProfile().data
  const grounds = profile?.grounds ?? []
  type Ground = (typeof grounds)[number]['code']
  const [ground, setGround] = useState<Ground | null>(null)
  return (
    <TextPanel
      it={it}
      action="decline"
      effect={t.declineLead}
      field="advice"
      label={t.advice}
      missing={t.adviceMissing}
      isOpen={open === 'decline'}
      onClose={onClose}
      fields={(problem) => (
        <>
          <ChoiceField
            name="ground"
            label={t.ground}
            choices={grounds.map(({ code, label }) => ({ value: code, label }))}
            value={ground}
            problem={problem}
            onChange={setGround}
          />
          {profile && <p className="hint">{t.groundsBasis(profile.groundsBasis)}</p>}
        </>
      )}
      alsoMissing={[ground === null && { path: 'ground', message: t.groundMissing }]}
      bodyOf={(advice) => ({ ground: ground ?? 'OUT_OF_SCOPE', advice })}
      call={calls.declineSuggestion}
      done={t.done.decline}
    />
  )
}

function PassOnPanel({ it, open, onClose }: Opened) {
  const t = useWords(actWords)
  const c = useWords(caseWords)
  const [unitId, setUnitId] = useState<string | null>(it.proposedUnit?.id ?? null)
  return (
    <TextPanel
      it={it}
      action="passOn"
      effect={t.passOnLead}
      field="note"
      label={t.note}
      missing={t.noteMissing}
      isOpen={open === 'passOn'}
      onClose={onClose}
      fields={(problem) => (
        <FormField name="unitId" label={t.passOnUnit} problem={problem}>
          {(control) => <UnitPicker control={control} value={unitId} first={it.proposedUnit?.id} onChange={setUnitId} />}
        </FormField>
      )}
      alsoMissing={[unitId === null && { path: 'unitId', message: c.unitMissing }]}
      bodyOf={(note) => ({ unitId: unitId ?? '', note })}
      call={calls.passOnSuggestion}
      done={t.done.passOn}
    />
  )
}
