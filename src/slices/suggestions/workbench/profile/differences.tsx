import { useWords } from '#workbench/kit.ts'
import type { Comparison } from './profile-calls.ts'
import { versionWords } from './words.ts'

/** What the new version would change, one row for each setting. */
export function Differences({ comparison }: { comparison: Comparison }) {
  const t = useWords(versionWords)
  const { differences } = comparison
  if (!comparison.with) return <p>{t.firstNote}</p>
  if (differences.length === 0) return <p>{t.noDifference}</p>
  return (
    <>
      <p>{t.differenceCount(differences.length)}</p>
      <table className="queue-table profile-table" role="table">
        <caption>{t.differences(comparison.with.version)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[t.setting, t.before, t.after, t.basis].map((head) => (
              <th key={head} scope="col" role="columnheader">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {differences.map(({ key, label, before, after, basis }) => (
            <tr key={key} role="row">
              <th scope="row" role="rowheader">
                {label}
              </th>
              <td role="cell" data-label={t.before}>
                <del>{before}</del>
              </td>
              <td role="cell" data-label={t.after}>
                <ins>{after}</ins>
              </td>
              <td role="cell" data-label={t.basis}>
                {basis ?? '—'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
