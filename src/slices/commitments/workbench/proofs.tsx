import { addressOf, FilesPanel, useWords } from '#workbench/kit.ts'
import type { proofApi } from '../file-endpoints.ts'
import { calls, topics } from './calls.ts'
import { workbenchWords } from './words.ts'

// Repeated here with its type alone: the schemas of the contract do not go into the browser.
const proofPath: (typeof proofApi)['openCommitmentFile']['path'] = '/commitments/{id}/files/{fileId}'

/** 佐证: what shows that a promise is kept. */
export function Proofs({ id }: { id: string }) {
  const t = useWords(workbenchWords)
  return (
    <FilesPanel
      title={t.proofs}
      of={[topics[0], id]}
      load={() => calls.listCommitmentFiles({ params: { id } })}
      hrefOf={(file) => addressOf(proofPath, { params: { id, fileId: file.id } })}
      add={async (file) => {
        const { id: fileId } = await calls.uploadFile({ query: { purpose: 'attachment' }, body: file })
        return calls.attachToCommitment({ params: { id }, body: { fileId } })
      }}
      remove={(file) => calls.detachFromCommitment({ params: { id, fileId: file.id } })}
    />
  )
}
