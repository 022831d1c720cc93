import { useLocale, useWords } from '#workbench/kit.ts'
import { profileLines } from '../../rules/profile-lines.ts'
import type { Settings } from './profile-form.ts'
import { versionWords } from './words.ts'

/** A whole profile in words: every setting with the provision behind it. */
export function ProfileTable({ settings, caption }: { settings: Settings; caption: string }) {
  const t = useWords(versionWords)
  const lines = profileLines(settings, useLocale())
  return (
    <table className="queue-table profile-table" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {[t.setting, t.value, t.basis].map((head) => (
            <th key={head} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ key, label, text, basis }) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              {label}
            </th>
            <td role="cell" data-label={t.value}>
              {text}
            </td>
            <td role="cell" data-label={t.basis}>
              {basis?.text ?? '—'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
