import { useEffect, useRef } from 'react'

import { useWords } from '#lib/ui/locale.tsx'

import type { Command } from './commands.ts'
import { keyNames } from './keys.ts'
import { setLook, useLooks } from './looks.ts'
import { isMac } from './platform.ts'
import { words } from './words.ts'

/** What the keys do on this page, and the switch that turns single keys off. `commands` are those of the page it opened over. */
export default function KeysHelp({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const t = useWords(words)
  const { hasKeys } = useLooks()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const it = dialog.current
    it?.showModal()
    return () => it?.close()
  }, [])
  const mac = isMac()
  const lines = [
    ...commands.flatMap(({ key, label }) => (key ? [[keyNames(key, mac), label] as const] : [])),
    [keyNames('mod+k', mac), t.search] as const,
    [keyNames('mod+Enter', mac), t.keySend] as const,
  ]
  return (
    <dialog className="keys-dialog" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <h2 id="keys-title">{t.keysTitle}</h2>
      {!hasKeys && <p>{t.keysAreOff}</p>}
      <table>
        <tbody>
          {lines.map(([key, label]) => (
            <tr key={`${key} ${label}`}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{label}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t.keysScope}</p>
      <div className="action-bar">
        <button type="button" className="link-button is-primary" onClick={() => dialog.current?.close()}>
          {t.close}
        </button>
        <button type="button" className="link-button" onClick={() => setLook('hasKeys', !hasKeys)}>
          {hasKeys ? t.keysOff : t.keysOn}
        </button>
      </div>
    </dialog>
  )
}
