import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { CategoryName, QueueTable, ViewTabs, WorkPage, addressOf, choicesOf, useCategoryFilter } from '#workbench/kit.ts'
import { useFilters, useLive, usePerson, useWords } from '#workbench/kit.ts'
import type { Filters, QueueColumn } from '#workbench/kit.ts'
import type { Item, Status } from '../contract.ts'
import type { FigureFilter } from '../figures/contract.ts'
import { figureWords } from '../figures/words.ts'
import { words } from '../words.ts'
import { actWords } from './act-words.ts'
import { calls, topics, useProfile, useUnits } from './calls.ts'
import { pageWords } from './page-words.ts'
import { SuggestionStatus, useName } from './status.tsx'
import { workbenchWords } from './words.ts'
import './suggestions.css'

/** Every suggestion that a person may see; the filters stand in the address, the export holds exactly the filtered rows. */
export default function List() {
  useLive(topics)
  const t = useWords(workbenchWords)
  const w = useWords(words)
  const f = useWords(figureWords)
  const title = useWords(pageWords).list
  const isDeputy = usePerson().roles.includes('deputy')
  const name = useName()
  const units = useUnits().data?.items ?? []
  const category = useCategoryFilter(t.category)
  const years = useProfile().data?.years ?? []
  const { filters } = useFilters()
  const isJoint = isDeputy && filters['mine'] === 'cosigned'
  return (
    <WorkPage
      title={isJoint ? t.joint : isDeputy ? t.mine : title}
      lead={isDeputy ? undefined : t.listLead}
      actions={
        <div className="action-bar">
          {isDeputy && <WriteLink />}
          <Button href={addressOf('/suggestions/export', { query: asked(filters) })} download>
            {t.exportTable}
          </Button>
        </div>
      }
    >
      {isDeputy && (
        <ViewTabs
          label={t.whose}
          tabs={[
            { label: t.mineTab, to: '/suggestions', search: { mine: 'own' }, isCurrent: !isJoint },
            { label: t.jointTab, to: '/suggestions', search: { mine: 'cosigned' }, isCurrent: isJoint },
          ]}
        />
      )}
      <QueueTable
        key={isJoint ? 'joint' : 'own'}
        queryKey={[...topics, 'list']}
        load={(now, cursor) => calls.listSuggestions({ query: { ...asked(now), ...(cursor && { cursor }) } })}
        columns={useColumns()}
        rowKey={({ id }) => id}
        rowName={name}
        hrefOf={({ id }) => `/suggestions/${id}`}
        caption={t.listCaption}
        filters={[
          { kind: 'text', name: 'q', label: t.words },
          { kind: 'select', name: 'status', label: t.status, options: choicesOf(w.status) },
          {
            kind: 'select',
            name: 'year',
            label: t.year,
            options: years.map((year) => ({ value: String(year), label: t.yearOption(year) })),
          },
          category,
          {
            kind: 'select',
            name: 'unitId',
            label: t.unit,
            options: units.map((unit) => ({ value: unit.id, label: unit.name })),
          },
          { kind: 'given', name: 'deputyId', label: t.deputy, textName: 'deputy' },
          ...behindFigures.map((name) => ({ kind: 'given' as const, name, label: f.only, textName: 'only' })),
        ]}
        empty={
          isJoint
            ? { why: t.noneJoint }
            : isDeputy
              ? { why: t.noneMine, action: { label: t.write, href: '/workbench/suggestions/new' } }
              : { why: t.listEmpty }
        }
      />
    </WorkPage>
  )
}

/** The link to the empty form. */
export function WriteLink() {
  const t = useWords(workbenchWords)
  return (
    <Link className="link-button is-primary" to="/suggestions/new">
      ＋ {t.write}
    </Link>
  )
}

/** Columns that every list of suggestions shows. */
export function useColumns(): QueueColumn<Item>[] {
  const t = useWords(workbenchWords)
  const a = useWords(actWords)
  const name = useName()
  return [
    {
      key: 'title',
      head: t.title,
      isName: true,
      cell: (it) => [it.isKey && a.keyMark, name(it), it.isConfidential && a.confidentialMark].filter(Boolean).join(' '),
    },
    { key: 'deputy', head: t.deputy, cell: ({ deputy }) => <span className="one-line">{deputy.name}</span> },
    { key: 'unit', head: t.unit, cell: ({ unit, coUnits }) => [unit?.name, ...coUnits].filter(Boolean).join('、') || t.none },
    { key: 'category', head: t.category, cell: ({ category }) => <CategoryName of={category} /> },
    { key: 'status', head: t.status, cell: (it) => <SuggestionStatus it={it} /> },
    { key: 'due', head: t.due, cell: ({ due }) => due?.left ?? t.none },
  ]
}

/** Filters that only a figure sets; a list says which rows it was opened for. */
const behindFigures = Object.keys(figureWords.zh.filters) as (keyof typeof figureWords.zh.filters)[]

/** Only what the operation knows: an address may carry anything. One character finds nothing, so it is not asked. */
function asked({ q, status, year, category, unitId, deputyId, mine, key, ...rest }: Filters) {
  return {
    ...(Object.fromEntries(behindFigures.flatMap((name) => (rest[name] ? [[name, rest[name]]] : []))) as FigureFilter),
    ...(mine === 'cosigned' && { mine: 'cosigned' as const }),
    ...(key === 'yes' && { key: 'yes' as const }),
    ...(q && q.length > 1 && { q }),
    ...(status && { status: status as Status }),
    ...(year && /^(19|20)\d{2}$/.test(year) && { year }),
    ...(category && { category }),
    ...(unitId && { unitId }),
    ...(deputyId && { deputyId }),
  }
}
