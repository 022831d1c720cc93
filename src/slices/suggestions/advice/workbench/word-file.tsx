import { useId } from 'react'
import { client, Problem, useAction, useWords } from '#workbench/kit.ts'
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
  const choose = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // The same name can be chosen again once the file is mended.
    target.value = ''
    if (file) void read.run(file)
  }
  return (
    <div className="word-file">
      <p className="hint" id={`${id}-hint`}>
        {t.wordHint}
      </p>
      <span className="file-field">
        <input
          id={id}
          type="file"
          className="hidden"
          accept=".docx"
          disabled={read.isRunning}
          aria-describedby={`${id}-hint`}
          onChange={choose}
        />
        <label className="link-button" htmlFor={id}>
          {read.isRunning ? t.wordReading : t.wordChoose}
        </label>
      </span>
      {read.problem && (
        <p className="field-error" role="alert">
          {read.problem.message}
        </p>
      )}
    </div>
  )
}
