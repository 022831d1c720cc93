import { Select } from 'antd'
import { Failed, FormField, Loading, useFilters, useWords, WorkPage } from '#workbench/kit.ts'
import { profilePageWords } from './page-words.ts'
import type { Version } from './profile-calls.ts'
import { usePresets, useVersions } from './profile-calls.ts'
import { ProfileEditor } from './profile-editor.tsx'
import type { Settings } from './profile-form.ts'
import { versionWords } from './words.ts'
import '../suggestions.css'
import './profile.css'

type Start = { from: string; label: string; settings: Settings }

/** 拟定新版本: a start, the form over it, the differences, the activation. */
export default function NewProfile() {
  const t = useWords(versionWords)
  const titles = useWords(profilePageWords)
  const [versions, presets] = [useVersions(), usePresets()]
  const { filters, setFilters } = useFilters()
  if (versions.isPending || presets.isPending) return <Loading />
  if (versions.isError && !versions.data) return <Failed error={versions.error} onRetry={() => void versions.refetch()} />
  if (presets.isError && !presets.data) return <Failed error={presets.error} onRetry={() => void presets.refetch()} />
  const { items, today } = versions.data
  const starts: Start[] = [
    ...items.map((it: Version) => ({
      from: `version:${it.version}`,
      label: t.fromVersion(it.version, it.title),
      settings: it.settings,
    })),
    ...presets.data.items.map((it) => ({ from: `preset:${it.name}`, label: t.fromPreset(it.title), settings: it.settings })),
  ]
  const start = starts.find((it) => it.from === filters['from']) ?? starts[0]
  const note = presets.data.items.find((it) => `preset:${it.name}` === start?.from)?.note
  return (
    <WorkPage title={titles.newProfile} lead={t.newLead} backTo="/admin/profile" backLabel={titles.profile}>
      <FormField name="from" label={t.startFrom} hint={note ?? t.startHint}>
        {(control) => (
          <Select<string>
            {...control}
            value={start?.from ?? null}
            options={starts.map(({ from, label }) => ({ value: from, label }))}
            onChange={(from) => setFilters({ from })}
          />
        )}
      </FormField>
      {start && (
        <ProfileEditor
          key={start.from}
          from={start.from}
          settings={start.settings}
          newest={items[0]?.version ?? 0}
          today={today}
        />
      )}
    </WorkPage>
  )
}
