import { useQuery } from '@tanstack/react-query'
import { Facts } from '#lib/ui/facts.tsx'
import { useLocale, useWords } from '#lib/ui/locale.tsx'
import { Panel, WorkPage } from '../detail-page.tsx'
import { Failed, Loading } from '../states.tsx'
import { textOf, type SettingField } from './fields.tsx'
import { NextVersion } from './next-version.tsx'
import type { Settings } from './paths.ts'
import { SettingsTable } from './settings-table.tsx'
import type { SettingsInput, SettingsVersion, SettingsVersions } from './versions.ts'
import { settingsWords } from './words.ts'

interface Given<S extends Settings> {
  /** First part of the query keys that a new version makes stale; names the draft as well. */
  readonly topic: string
  readonly title: string
  readonly lead: string
  readonly fields: readonly SettingField[]
  readonly load: () => Promise<SettingsVersions<S>>
  readonly activate: (request: { body: SettingsInput<S> }) => Promise<unknown>
}

/** Settings by version (PLT-03): what is in force, a form over the newest, its differences, and only then the activation. */
export function SettingsPage<S extends Settings>(given: Given<S>) {
  const { topic, title, lead, fields, load } = given
  const t = useWords(settingsWords)
  const query = useQuery({ queryKey: [topic, 'versions'], queryFn: load })
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const { items, lawful } = query.data
  const current = items.find((it) => it.standing === 'current')
  const coming = items.findLast((it) => it.standing === 'coming')
  return (
    <WorkPage title={title} lead={lead}>
      {coming && <Contents title={t.coming(coming.version)} version={coming} settings={coming.settings} fields={fields} />}
      <Contents
        title={current ? t.inForce(current.version) : t.lawful}
        version={current}
        settings={current?.settings ?? lawful}
        fields={fields}
      />
      {items.length > 0 && <History items={items} />}
      <NextVersion key={items[0]?.version ?? 0} versions={query.data} topic={topic} fields={fields} activate={given.activate} />
    </WorkPage>
  )
}

interface ContentsGiven<S> {
  readonly title: string
  readonly version: SettingsVersion<S> | undefined
  readonly settings: S
  readonly fields: readonly SettingField[]
}

function Contents<S extends Settings>({ title, version, settings, fields }: ContentsGiven<S>) {
  const t = useWords(settingsWords)
  const activation = useActivation()
  const head = version
    ? [
        { term: t.name, value: version.title },
        { term: t.effectiveOn, value: version.effectiveOn },
        { term: t.activated, value: activation(version) },
      ]
    : []
  return (
    <Panel title={title}>
      {!version && <p className="hint">{t.lawfulNote}</p>}
      <Facts items={[...head, ...fields.map((it) => ({ term: it.label, value: textOf(it, settings, t.units) }))]} />
    </Panel>
  )
}

function History<S>({ items }: { items: readonly SettingsVersion<S>[] }) {
  const t = useWords(settingsWords)
  const activation = useActivation()
  const heads = [t.version, t.name, t.effectiveOn, t.standing, t.activated]
  const rows = items.map((it) => [
    t.versionNumber(it.version),
    it.title,
    it.effectiveOn,
    t.standings[it.standing],
    activation(it),
  ])
  return <SettingsTable caption={t.history} heads={heads} rows={rows} />
}

function useActivation(): (version: Pick<SettingsVersion<unknown>, 'activatedAt' | 'activatedBy'>) => string {
  const t = useWords(settingsWords)
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
  return ({ activatedAt, activatedBy }) => t.activatedBy(activatedBy?.name ?? t.atSetUp, format.format(new Date(activatedAt)))
}
