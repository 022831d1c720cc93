import { useEffect, useMemo } from 'react'
import type { Problem } from '#workbench/kit.ts'
import { FileChoice, FormField, addressOf, useWords } from '#workbench/kit.ts'
import type { Detail, PhotoPart } from '../contract.ts'
import { MOST_PHOTOS } from '../rules/limits.ts'
import { calls, photoPath } from './calls.ts'
import { workbenchWords } from './words.ts'

const LARGEST = 20 * 1024 * 1024

type Given = { name: string; files: readonly File[]; problem: Problem | null; onChange: (files: readonly File[]) => void }

/** Pictures to be sent: taken or chosen, shown small, taken away again. They leave this device only when the form is sent. */
export function PhotosField({ name, files, problem, onChange }: Given) {
  const t = useWords(workbenchWords).form
  return (
    <FormField name={name} label={t.photos} isOptional hint={t.photosHint(MOST_PHOTOS)} problem={problem}>
      {(control) => (
        <div className="concern-photo-field">
          <FileChoice
            id={control.id}
            describedBy={control['aria-describedby']}
            accept="image/jpeg,image/png"
            label={t.addPhotos}
            isMultiple
            onChoose={(more) => onChange([...files, ...more])}
          />
          {files.length > 0 && (
            <ul className="concern-photos">
              {files.map((file, at) => (
                <Chosen key={`${at} ${file.name}`} file={file} onRemove={() => onChange(files.filter((it) => it !== file))} />
              ))}
            </ul>
          )}
        </div>
      )}
    </FormField>
  )
}

function Chosen({ file, onRemove }: { file: File; onRemove: () => void }) {
  const t = useWords(workbenchWords).form
  const address = useMemo(() => URL.createObjectURL(file), [file])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <li>
      <img src={address} alt={file.name} />
      <button type="button" className="plain-button" onClick={onRemove}>
        {t.removePhoto(file.name)}
      </button>
    </li>
  )
}

/** Why these pictures cannot be sent, or null. */
export function photosProblem(files: readonly File[], t: (typeof workbenchWords)['zh']['form']): string | null {
  if (files.length > MOST_PHOTOS) return t.tooManyPhotos(MOST_PHOTOS)
  const large = files.find(({ size }) => size > LARGEST)
  return large ? t.tooLarge(large.name) : null
}

const kept = new WeakMap<File, string>()

/** Uploads each picture once, however often the form is sent; answers their ids in order. */
export async function uploadPhotos(files: readonly File[]): Promise<string[]> {
  const ids: string[] = []
  for (const file of files) {
    const id = kept.get(file) ?? (await calls.uploadFile({ query: { purpose: 'attachment' }, body: file })).id
    kept.set(file, id)
    ids.push(id)
  }
  return ids
}

/** The pictures of a part, small; each opens whole. */
export function Photos({ it, part }: { it: Detail; part: PhotoPart }) {
  const t = useWords(workbenchWords)
  const photos = it.photos.filter((one) => one.part === part)
  if (photos.length === 0) return null
  return (
    <ul className="concern-photos">
      {photos.map(({ fileId, ordinal }) => {
        const address = addressOf(photoPath, { params: { id: it.id, fileId } })
        return (
          <li key={fileId}>
            <a href={address} download>
              <img src={address} alt={t.photo(ordinal)} loading="lazy" />
            </a>
          </li>
        )
      })}
    </ul>
  )
}
