import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState, Failed, Loading, Panel, useLive, useWords, WorkPage } from '#workbench/kit.ts'
import { fieldOf, isClass, type Category, type Dictionary } from '../contract.ts'
import { topics, useDictionary } from './calls.ts'
import { CategoryRow, type Open, type RowGiven } from './category-row.tsx'
import { AddForm } from './forms.tsx'
import { pageWords } from './page-words.ts'
import { categoryWords } from './words.ts'
import './categories.css'

/** 建议类别: the dictionary as deputies choose from it, and the acts that change it. */
export default function CategoriesPage() {
  useLive(topics)
  const t = useWords(categoryWords)
  const title = useWords(pageWords).categories
  const query = useDictionary()
  const [open, setOpen] = useState<Open>(null)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const { version, items } = query.data
  const fields = items.filter(({ code }) => !isClass(code))
  const [living, retired] = [fields.filter(isOffered), fields.filter((it) => !isOffered(it))]
  const given = { items, version, open, onOpen: setOpen }
  const add = (
    <Button type="primary" onClick={() => setOpen({ kind: 'add', field: null })}>
      ＋ {t.addField}
    </Button>
  )
  return (
    <WorkPage title={title} lead={t.lead} actions={add}>
      {open?.kind === 'add' && open.field === null && (
        <Panel title={t.addField}>
          <AddForm field={null} version={version} onClose={() => setOpen(null)} />
        </Panel>
      )}
      {living.length === 0 && <EmptyState why={t.none} />}
      <p className="hint category-keys">{t.keys}</p>
      <ol className="category-fields">
        {living.map((it) => (
          <Field key={it.code} it={it} {...given} />
        ))}
      </ol>
      {retired.length > 0 && (
        <Panel title={t.retiredFields}>
          <p className="hint">{t.withField}</p>
          <Rows rows={retired} {...given} />
        </Panel>
      )}
    </WorkPage>
  )
}

function isOffered({ retiredOn }: Category): boolean {
  return retiredOn === null
}

type Given = Omit<RowGiven, 'it'> & Pick<Dictionary, 'version'>

/** A field with its classes: those that are offered in their order, then the retired ones. */
function Field({ it, ...given }: Given & { it: Category }) {
  const t = useWords(categoryWords)
  const name = useWords({ zh: it.zh, en: it.en })
  const classes = given.items.filter(({ code }) => isClass(code) && fieldOf(code) === it.code)
  const isAdding = given.open?.kind === 'add' && given.open.field === it.code
  return (
    <li className="category-field">
      <CategoryRow it={it} {...given} head={(title) => <h2>{title}</h2>} />
      {classes.length === 0 && <p className="hint">{t.noClasses}</p>}
      <Rows rows={[...classes.filter(isOffered), ...classes.filter((one) => !isOffered(one))]} {...given} />
      {isAdding ? (
        <AddForm field={it} version={given.version} onClose={() => given.onOpen(null)} />
      ) : (
        <div>
          <Button aria-label={t.addClassTo(name)} onClick={() => given.onOpen({ kind: 'add', field: it.code })}>
            ＋ {t.addClass}
          </Button>
        </div>
      )}
    </li>
  )
}

function Rows({ rows, ...given }: Given & { rows: readonly Category[] }) {
  if (rows.length === 0) return null
  return (
    <ol className="category-rows">
      {rows.map((it) => (
        <li key={it.code} className={isOffered(it) ? undefined : 'is-retired'}>
          <CategoryRow it={it} {...given} />
        </li>
      ))}
    </ol>
  )
}
