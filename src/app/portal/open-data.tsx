import { pick } from '#lib/pure/words.ts'
import { Block, DataTable, Page, PageTitle, Section, type Frame } from '#portal/kit.ts'
import { licence, openFields, unitOfCount } from '#slices/suggestions/open/fields.ts'
import { portalWords } from './words.ts'

interface Dataset {
  readonly name: string
  readonly meaning: string
  readonly files: readonly { readonly label: string; readonly href: string; readonly type: string }[]
}

const CSV = { label: 'CSV', href: '/suggestions.csv', type: 'text/csv' }
const JSON_FILE = { label: 'JSON', href: '/suggestions.json', type: 'application/json' }

/** 公开数据: which figures and lists may be taken, in which formats, what each field means, and on what conditions. */
export function OpenDataPage({ frame }: { frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  const rows: Dataset[] = [
    { name: t.suggestionsSet, meaning: t.suggestionsMeaning, files: [CSV, JSON_FILE, api('/public/suggestions')] },
    { name: t.summarySet, meaning: t.summaryMeaning, files: [api('/public/suggestions/summary')] },
    {
      name: t.figuresSet,
      meaning: t.figuresMeaning,
      files: [api('/public/suggestions/figures'), { ...api('/public/suggestions/figures/units'), label: t.byUnit }],
    },
    {
      name: t.feedSet,
      meaning: t.feedMeaning,
      files: [{ label: 'Atom', href: '/suggestions.atom', type: 'application/atom+xml' }],
    },
    {
      name: t.deadlineSet,
      meaning: t.deadlineMeaning,
      files: [{ label: 'iCal', href: '/suggestions.ics', type: 'text/calendar' }],
    },
  ]
  return (
    <Page {...frame} title={t.openData} feeds={feedsOf(t.suggestionsSet)} jsonLd={jsonLd(frame)}>
      <PageTitle lead={t.openLead}>{t.openData}</PageTitle>
      <Block>
        <Datasets frame={frame} rows={rows} />
        <p>
          {t.licence}：<a href={licence.url}>{pick(frame.locale, licence.name)}</a>
        </p>
        <p>
          <a href="/api/docs">{t.docs}</a>
        </p>
      </Block>
      <Dictionary frame={frame} />
    </Page>
  )
}

const feedsOf = (title: string) =>
  [
    { title, href: CSV.href, type: 'text/csv' },
    { title, href: JSON_FILE.href, type: 'application/json' },
    { title, href: '/suggestions.atom' },
  ] as const

function api(path: string): Dataset['files'][number] {
  return { label: 'API', href: `/api/v1${path}`, type: 'application/json' }
}

function Datasets({ frame, rows }: { frame: Frame; rows: readonly Dataset[] }) {
  const t = pick(frame.locale, portalWords)
  return (
    <DataTable
      caption={t.openData}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', head: t.dataset, isName: true, cell: (row) => row.name },
        { key: 'meaning', head: t.meaning, cell: (row) => row.meaning },
        {
          key: 'formats',
          head: t.formats,
          cell: (row) =>
            row.files.map(({ label, href, type }) => (
              <span key={href}>
                <a href={href} type={type}>
                  {label}
                </a>{' '}
              </span>
            )),
        },
      ]}
    />
  )
}

/** The dictionary is the list from which the files are written, so neither can say anything else. */
function Dictionary({ frame }: { frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  return (
    <Section title={t.dictionary} id="dictionary">
      <p>{pick(frame.locale, unitOfCount)}</p>
      <DataTable
        caption={t.dictionary}
        rows={openFields}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', head: t.field, isName: true, cell: ({ name }) => <code>{name}</code> },
          { key: 'head', head: t.column, cell: ({ head }) => pick(frame.locale, head) },
          { key: 'meaning', head: t.meaning, cell: ({ meaning }) => pick(frame.locale, meaning) },
        ]}
      />
    </Section>
  )
}

function jsonLd(frame: Frame): Record<string, unknown> {
  const t = pick(frame.locale, portalWords)
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${frame.congress.name} ${t.suggestionsSet}`,
    description: t.suggestionsMeaning,
    license: licence.url,
    isAccessibleForFree: true,
    creator: { '@type': 'GovernmentOrganization', name: frame.congress.organiser ?? frame.congress.name },
    distribution: [CSV, JSON_FILE].map(({ href, type }) => ({
      '@type': 'DataDownload',
      encodingFormat: type,
      contentUrl: frame.origin + href,
    })),
  }
}
