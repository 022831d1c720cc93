import { useId } from 'react'
import { FileChoice, Problem, client, useAction, useWords } from '#workbench/kit.ts'
import type { wordApi } from '../word/endpoints.ts'
import { writingWords } from './words.ts'

const { readWord } = client<typeof wordApi>({ readWord: ['POST', '/suggestions/word'] })
const MOST_BYTES = 5 * 1024 * 1024

/** Reads the words of a Word file; why one was not read stays beside it until another is chosen. */
export function WordFile({ onRead }: { onRead: (text: string, name: string) => void }) {
  const t = useWords(writingWords)
  const id = useId()
  const read = useAction(
    async (file: File) => {
      // Sent in vain otherwise, over a telephone's network.
      if (file.size > MOST_BYTES) throw new Problem({ status: 422, code: 'file-too-large', detail: t.wordTooLarge })
      return { name: file.name, ...(await readWord({ body: file })) }
    },
    { topics: [], isShown: true, onDone: ({ text, name }) => onRead(text, name) },
  )
  return (
    <div className="word-file">
      <p className="hint" id={`${id}-hint`}>
        {t.wordHint}
      </p>
      <FileChoice
        id={id}
        describedBy={`${id}-hint`}
        accept=".docx"
        label={read.isRunning ? t.wordReading : t.wordChoose}
        isDisabled={read.isRunning}
        onChoose={([file]) => file && void read.run(file)}
      />
      {read.problem && (
        <p className="field-error" role="alert">
          {read.problem.message}
        </p>
      )}
    </div>
  )
}
