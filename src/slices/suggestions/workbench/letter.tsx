import { useWords } from '#workbench/kit.ts'
import type { Detail, ReplyInput } from '../contract.ts'
import { replyWords } from './reply-words.ts'

/** 套红预览: how the reply will read on the unit's paper; marked as a preview, also when it is printed. */
export function Letter({
  it,
  reply,
  unitName,
}: {
  it: Detail
  reply: Pick<ReplyInput, 'class' | 'documentNumber' | 'text' | 'points' | 'contact' | 'signer'>
  unitName: string
}) {
  const t = useWords(replyWords)
  return (
    <article className="letter" aria-label={t.preview}>
      <p className="letter-note">{t.previewNote}</p>
      <p className="letter-class">{reply.class}</p>
      <p className="letter-issuer">{unitName}</p>
      <p className="letter-number">
        <span>{reply.documentNumber}</span>
        <span>
          {t.signer}：{reply.signer}
        </span>
      </p>
      <h3>{t.letterTitle(it.title)}</h3>
      <p>{t.letterTo(it.deputy.name)}</p>
      <p className="letter-text">{reply.text}</p>
      {reply.points.map((point, at) => (
        // Answers stand in the order of the requests.
        <div key={at}>
          <p className="letter-head">{it.requests[at]}</p>
          <p className="letter-text">{point}</p>
        </div>
      ))}
      <p className="letter-end">{unitName}</p>
      <p>
        {t.contact}：{reply.contact}
      </p>
    </article>
  )
}
