import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocale, useWords } from '#lib/ui/locale.tsx'
import { Panel } from './detail-page.tsx'
import { FileChoice } from './file-choice.tsx'
import { FormErrors } from './form-field.tsx'
import { useAction } from './use-action.ts'

export interface PanelFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly isPublic: boolean
  readonly addedOn: string
}
export interface PanelFiles {
  readonly items: readonly PanelFile[]
  readonly mayAdd: boolean
  readonly mayRemove: boolean
}

interface Given {
  readonly title: string
  /** Query keys: what the files belong to; the first part is made stale by a change. */
  readonly of: readonly [string, ...string[]]
  readonly load: () => Promise<PanelFiles>
  readonly hrefOf: (file: PanelFile) => string
  readonly add: (file: File, isPublic: boolean) => Promise<unknown>
  readonly remove: (file: PanelFile) => Promise<unknown>
  /** Photographs may be shown to everybody, where the person says so. */
  readonly canBePublic?: boolean
  /** Among other things of one panel, instead of a panel of its own. */
  readonly isInside?: boolean
}

const MOST_BYTES = 20 * 1024 * 1024
const ACCEPT = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.txt,.csv'

/** Files that stand with a row: to take, and, for whoever may, to add and remove. Nothing is drawn where there is neither. */
export function FilesPanel({ title, of, load, hrefOf, add, remove, canBePublic = false, isInside = false }: Given) {
  const t = useWords(filesWords)
  const query = useQuery({ queryKey: [...of, 'files'], queryFn: load })
  const removal = useAction(remove, { topics: [of[0]], done: t.removed })
  if (!query.data || (query.data.items.length === 0 && !query.data.mayAdd)) return null
  const { items, mayAdd, mayRemove } = query.data
  const files = (
    <>
      {items.length > 0 && (
        <ul className="file-list">
          {items.map((file) => (
            <li key={file.id}>
              <a href={hrefOf(file)} download>
                {file.name}
              </a>
              <FileFacts file={file} />
              {mayRemove && (
                <Button aria-label={t.removeOne(file.name)} loading={removal.isRunning} onClick={() => void removal.run(file)}>
                  {t.remove}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddFile of={of} add={add} canBePublic={canBePublic} />}
    </>
  )
  if (!isInside) return <Panel title={title}>{files}</Panel>
  return (
    <div className="file-box">
      <b>{title}</b>
      {files}
    </div>
  )
}

function FileFacts({ file }: { file: PanelFile }) {
  const t = useWords(filesWords)
  const size = new Intl.NumberFormat(useLocale()).format(Math.max(1, Math.round(file.bytes / 1024)))
  return (
    <span className="hint">{[t.kilobytes(size), file.addedOn, file.isPublic ? t.isPublic : ''].filter(Boolean).join(' · ')}</span>
  )
}

function AddFile({ of, add, canBePublic }: Required<Pick<Given, 'of' | 'add' | 'canBePublic'>>) {
  const t = useWords(filesWords)
  const [file, setFile] = useState<File | null>(null)
  const [isPublic, setPublic] = useState(false)
  const act = useAction((one: File) => add(one, isPublic && isPicture(one)), {
    topics: [of[0]],
    done: t.added,
    onDone: () => (setFile(null), setPublic(false)),
  })
  const id = `add-${of.join('-')}`
  const isTooLarge = file !== null && file.size > MOST_BYTES
  return (
    <div className="file-add">
      <FormErrors problem={act.problem} />
      <FileChoice id={id} accept={ACCEPT} label={t.choose} onChoose={([one = null]) => setFile(one)}>
        <span role="status">{isTooLarge ? t.tooLarge : (file?.name ?? t.hint)}</span>
      </FileChoice>
      {file && canBePublic && isPicture(file) && (
        <label className="file-public">
          <input type="checkbox" checked={isPublic} onChange={({ target }) => setPublic(target.checked)} />
          {t.mayBePublic}
        </label>
      )}
      {file && !isTooLarge && (
        <Button type="primary" loading={act.isRunning} onClick={() => void act.run(file)}>
          {t.add}
        </Button>
      )}
    </div>
  )
}

function isPicture({ name }: File): boolean {
  return /\.(png|jpe?g)$/i.test(name)
}

const zh = {
  choose: '选择文件',
  hint: '照片、PDF、Word、Excel，20 MB 以内；照片里的拍摄地点等信息会自动去掉。',
  tooLarge: '文件超过 20 MB，请压缩后再传。',
  add: '附上',
  added: '已附上',
  remove: '移除',
  removeOne: (name: string) => `移除 ${name}`,
  removed: '已移除',
  kilobytes: (n: string) => `${n} KB`,
  isPublic: '公开',
  mayBePublic: '这张照片可以公开（活动举行后显示在公开页面）',
}
const en: typeof zh = {
  choose: 'Choose a file',
  hint: 'Photographs, PDF, Word, Excel, up to 20 MB; place and camera are taken out of photographs.',
  tooLarge: 'The file is larger than 20 MB; please make it smaller.',
  add: 'Add',
  added: 'Added',
  remove: 'Remove',
  removeOne: (name) => `Remove ${name}`,
  removed: 'Removed',
  kilobytes: (n) => `${n} KB`,
  isPublic: 'public',
  mayBePublic: 'Everybody may see this photograph (on the public page once the event was held)',
}
export const filesWords = { zh, en }
