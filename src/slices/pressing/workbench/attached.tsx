import { addressOf, FilesPanel, useWords } from '#workbench/kit.ts'
import type { fileApi } from '../files/endpoints.ts'
import { calls, topics } from './calls.ts'

// Repeated here with their types alone: the schemas of the contract do not go into the browser.
const eventFile: (typeof fileApi)['openFaceToFaceFile']['path'] = '/pressing/events/{id}/files/{fileId}'
const visitFile: (typeof fileApi)['openVisitFile']['path'] = '/pressing/visits/{id}/files/{fileId}'

/** Photographs and minutes of a face-to-face event. */
export function EventFiles({ id }: { id: string }) {
  const t = useWords(attachedWords)
  return (
    <FilesPanel
      title={t.eventFiles}
      of={[topics[0], 'event', id]}
      load={() => calls.listFaceToFaceFiles({ params: { id } })}
      hrefOf={(file) => addressOf(eventFile, { params: { id, fileId: file.id } })}
      add={async (file, isPublic) =>
        calls.attachToFaceToFace({ params: { id }, body: { fileId: await uploaded(file), isPublic } })
      }
      remove={(file) => calls.detachFromFaceToFace({ params: { id, fileId: file.id } })}
      canBePublic
    />
  )
}

/** What a follow-up visit found. */
export function VisitFiles({ id }: { id: string }) {
  const t = useWords(attachedWords)
  return (
    <FilesPanel
      title={t.visitFiles}
      of={[topics[0], 'visit', id]}
      load={() => calls.listVisitFiles({ params: { id } })}
      hrefOf={(file) => addressOf(visitFile, { params: { id, fileId: file.id } })}
      add={async (file) => calls.attachToVisit({ params: { id }, body: { fileId: await uploaded(file) } })}
      remove={(file) => calls.detachFromVisit({ params: { id, fileId: file.id } })}
      isInside
    />
  )
}

async function uploaded(file: File): Promise<string> {
  return (await calls.uploadFile({ query: { purpose: 'attachment' }, body: file })).id
}

const zh = { eventFiles: '照片和附件', visitFiles: '回访的照片和附件' }
const en: typeof zh = { eventFiles: 'Photographs and files', visitFiles: 'Photographs and files of the visit' }
const attachedWords = { zh, en }
