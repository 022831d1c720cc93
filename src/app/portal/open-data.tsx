import { pick } from '#lib/pure/words.ts'
import { Block, DataTable, Page, PageTitle, type Frame } from '#portal/kit.ts'
import { portalWords } from './words.ts'

/** 公开数据: which figures and lists may be taken, in which formats. */
export function OpenDataPage({ frame }: { frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const rows = [
    { name: t.suggestionsSet, meaning: t.suggestionsMeaning, json: '/api/v1/public/suggestions' },
    { name: t.summarySet, meaning: t.summaryMeaning, json: '/api/v1/public/suggestions/summary' },
  ]
  return (
    <Page {...frame} title={t.openData}>
      <PageTitle lead={t.openLead}>{t.openData}</PageTitle>
      <Block>
        <DataTable
          caption={t.openData}
          rows={rows}
          rowKey={(row) => row.json}
          columns={[
            { key: 'name', head: t.dataset, isName: true, cell: (row) => row.name },
            { key: 'meaning', head: t.meaning, cell: (row) => row.meaning },
            { key: 'formats', head: t.formats, cell: (row) => <a href={row.json}>JSON</a> },
          ]}
        />
        <p>
          <a href="/api/docs">{t.docs}</a>
        </p>
      </Block>
    </Page>
  )
}
