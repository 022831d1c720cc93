import { Button, Input } from 'antd'
import type { Problem } from '#workbench/kit.ts'
import { ChoiceField, FormField, choicesOf, useWords } from '#workbench/kit.ts'
import type { Part } from '../../contract.ts'
import { words } from '../../words.ts'
import { actWords } from '../act-words.ts'
import { useProfile, useUnits } from '../calls.ts'
import { UnitPicker } from '../unit-picker.tsx'
import { added, rearranged, wayOf, type HandlerRow } from './handlers.ts'

/** Who handles it: one unit until somebody adds others; how several share it is asked for only on request. */
export function HandlersField({
  rows,
  first,
  hint,
  problem,
  onChange,
}: {
  rows: readonly HandlerRow[]
  first?: string | undefined
  hint?: string | undefined
  problem: Problem | null
  onChange: (rows: HandlerRow[]) => void
}) {
  const t = useWords(actWords)
  const partName = usePartName()
  const way = wayOf(rows)
  const more: Part[] = way === 'separate' ? ['separate'] : way === 'severalLeads' ? ['lead', 'co'] : ['co']
  const addWord = { lead: t.addLead, co: t.addCo(partName('co')), separate: t.addSeparate }
  return (
    <div className="handlers">
      {rows.map((row, at) => (
        // The place in the list is what a row is: its order among the units.
        <HandlerFields
          key={at}
          row={row}
          at={at}
          label={labelOf(rows, at, (part, place, of) => t.unitOf(partName(part), place, of))}
          first={first}
          hint={at === 0 ? hint : undefined}
          problem={problem}
          onChange={(next) => onChange(rows.with(at, next))}
          onRemove={at === 0 ? null : () => onChange(rows.filter((_, other) => other !== at))}
        />
      ))}
      <div className="action-bar">
        {more.map((part) => (
          <Button key={part} onClick={() => onChange([...rows, added(part)])}>
            ＋ {addWord[part]}
          </Button>
        ))}
      </div>
      <details className="ways" open={way !== 'leadAndCo'}>
        <summary>{t.moreWays}</summary>
        <ChoiceField
          name="way"
          label={t.way}
          choices={choicesOf(t.ways)}
          value={way}
          onChange={(next) => onChange(rearranged(rows, next))}
        />
        <p className="hint">{t.wayHint[way]}</p>
      </details>
    </div>
  )
}

/** 主办, 会办 or 协办 as this place calls it, 分别办理. */
export function usePartName(): (part: Part) => string {
  const w = useWords(words).part
  const coHandler = useProfile().data?.coHandler
  const isChinese = w.lead === words.zh.part.lead
  return (part) => (part === 'co' && coHandler && isChinese ? coHandler : w[part])
}

function labelOf(rows: readonly HandlerRow[], at: number, label: (part: Part, at: number, of: number) => string): string {
  const part = rows[at]?.part ?? 'lead'
  const same = rows.flatMap((row, place) => (row.part === part ? [place] : []))
  return label(part, same.indexOf(at) + 1, same.length)
}

function HandlerFields({
  row,
  at,
  label,
  first,
  hint,
  problem,
  onChange,
  onRemove,
}: {
  row: HandlerRow
  at: number
  label: string
  first?: string | undefined
  hint?: string | undefined
  problem: Problem | null
  onChange: (row: HandlerRow) => void
  onRemove: (() => void) | null
}) {
  const t = useWords(actWords)
  const name = useUnits().data?.items.find(({ id }) => id === row.unitId)?.name ?? t.oneUnit
  return (
    <div className="handler">
      <FormField name={`handlers.${at}.unitId`} label={label} hint={hint} problem={problem}>
        {(control) => (
          <UnitPicker control={control} value={row.unitId} first={first} onChange={(unitId) => onChange({ ...row, unitId })} />
        )}
      </FormField>
      {row.part === 'separate' && (
        <FormField name={`handlers.${at}.scope`} label={t.scope} problem={problem}>
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={row.scope}
              onChange={({ target }) => onChange({ ...row, scope: target.value })}
            />
          )}
        </FormField>
      )}
      {onRemove && (
        <Button className="handler-remove" aria-label={t.removeUnit(name)} onClick={onRemove}>
          ×
        </Button>
      )}
    </div>
  )
}
