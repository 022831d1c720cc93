import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState, Facts, Failed, Loading, Panel, useLocale, useWords, WorkPage } from '#workbench/kit.ts'
import { profilePageWords } from './page-words.ts'
import type { Version } from './profile-calls.ts'
import { useVersions } from './profile-calls.ts'
import { ProfileTable } from './profile-table.tsx'
import { versionWords } from './words.ts'
import '../suggestions.css'
import './profile.css'

/** 办理规则包: the version in force, every other one, and the way to the next. */
export default function Versions() {
  const t = useWords(versionWords)
  const query = useVersions()
  const title = useWords(profilePageWords).profile
  const [shown, setShown] = useState<number | null>(null)
  if (query.isPending) return <Loading />
  if (query.isError && !query.data) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const versions = query.data.items
  const current = versions.find((it) => it.standing === 'current')
  const coming = versions.find((it) => it.standing === 'coming')
  const chosen = versions.find((it) => it.version === shown) ?? current ?? versions[0]
  const prepare = (
    <Link className="link-button is-primary" to="/admin/profile/new">
      {t.prepare}
    </Link>
  )
  return (
    <WorkPage title={title} lead={t.lead} actions={prepare}>
      {versions.length === 0 && <EmptyState why={t.none} />}
      {coming && <VersionPanel title={t.coming(coming.version)} version={coming} />}
      {current && <VersionPanel title={t.current(current.version)} version={current} />}
      {versions.length > 0 && <VersionTable versions={versions} onSee={setShown} />}
      {chosen && (
        <div id="contents" tabIndex={-1}>
          <ProfileTable settings={chosen.settings} caption={t.contents(chosen.version)} />
        </div>
      )}
    </WorkPage>
  )
}

function VersionPanel({ title, version }: { title: string; version: Version }) {
  const t = useWords(versionWords)
  const by = useActivation()(version)
  return (
    <Panel title={title}>
      <Facts
        items={[
          { term: t.name, value: version.title },
          { term: t.effectiveOn, value: version.effectiveOn },
          { term: t.activated, value: by },
        ]}
      />
    </Panel>
  )
}

function VersionTable({ versions, onSee }: { versions: readonly Version[]; onSee: (version: number) => void }) {
  const t = useWords(versionWords)
  const activation = useActivation()
  const see = (version: number) => {
    onSee(version)
    const place = document.getElementById('contents')
    place?.scrollIntoView({ block: 'start' })
    place?.focus({ preventScroll: true })
  }
  return (
    <table className="queue-table" role="table">
      <caption>{t.versions}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[t.version, t.name, t.effectiveOn, t.standingHead, t.who, t.act].map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {versions.map((it) => (
          <tr key={it.version} role="row">
            <th scope="row" role="rowheader">
              {t.versionNumber(it.version)}
            </th>
            <td role="cell" data-label={t.name}>
              {it.title}
            </td>
            <td role="cell" data-label={t.effectiveOn}>
              {it.effectiveOn}
            </td>
            <td role="cell" data-label={t.standingHead}>
              {t.standing[it.standing]}
            </td>
            <td role="cell" data-label={t.who}>
              {activation(it)}
            </td>
            <td role="cell" data-label={t.act}>
              <span className="cell-acts">
                <Button aria-label={t.seeVersion(it.version)} onClick={() => see(it.version)}>
                  {t.see}
                </Button>
                <Link
                  to="/admin/profile/new"
                  search={{ from: `version:${it.version}` }}
                  aria-label={t.versionAsDraft(it.version)}
                >
                  {t.asDraft}
                </Link>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Who activated a version and when, in Beijing; the first one has nobody. */
function useActivation(): (version: Version) => string {
  const t = useWords(versionWords)
  const locale = useLocale()
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })
  return ({ activatedAt, activatedBy }) => t.activatedBy(activatedBy?.name ?? t.atSetUp, format.format(new Date(activatedAt)))
}
