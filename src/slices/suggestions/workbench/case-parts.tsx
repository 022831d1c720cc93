import { CaseRecord, CategoryName, Facts, Loading, Panel, useWords } from '#workbench/kit.ts'
import type { Detail } from '../contract.ts'
import { words } from '../words.ts'
import { actWords } from './act-words.ts'
import { useProfile, useTimeline } from './calls.ts'
import { caseWords } from './case-words.ts'
import { beijingDay, shortDay } from '#lib/pure/moment.ts'
import { useToday } from './use-today.ts'

export function CaseFacts({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const a = useWords(actWords)
  const cosigners = it.cosigners.filter((one) => one.answer === 'confirmed' && one.isCurrent).map(({ deputy }) => deputy.name)
  return (
    <Facts
      items={[
        { term: t.deputy, value: it.deputy.name },
        { term: a.cosigners, value: cosigners.join('、') },
        { term: t.unit, value: [it.unit?.name, ...it.coUnits].filter(Boolean).join('、') },
        { term: t.proposed, value: it.unit ? null : it.proposedUnit?.name },
        { term: t.category, value: <CategoryName of={it.category} /> },
        { term: t.notice, value: it.noticeNumber },
        { term: t.period, value: t.termSession(it.term, it.session) },
        { term: t.isPublicTerm, value: publicAs(it, t) },
        {
          term: t.publicPage,
          value: it.reference && it.status !== 'withdrawn' && !it.isConfidential && (
            <a href={`/suggestions/${encodeURIComponent(it.reference)}`}>{t.openPublicPage}</a>
          ),
        },
      ]}
    />
  )
}

function publicAs(it: Detail, t: typeof caseWords.zh): string {
  if (it.isConfidential) return t.publicNot
  if (!it.isPublic) return t.publicTitle
  return it.publicSummary === null ? t.publicFull : t.publicSummary
}

/** Who was asked to join, and what each answered about the present text. */
export function Cosigners({ it }: { it: Detail }) {
  const t = useWords(actWords)
  if (it.cosigners.length === 0) return null
  const { confirmed, invited } = it.cosigned
  return (
    <Panel title={t.cosigners} extra={<span>{t.cosignCount(confirmed, invited)}</span>}>
      <ul className="cosigners">
        {it.cosigners.map((one) => (
          <li key={one.deputy.id}>
            <b>{one.deputy.name}</b>
            <span className="hint">
              {t.cosignState[cosignState(one)]} {one.answeredOn}
              {one.agreedWithdrawalOn && ` · ${t.cosignState.agreed}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function cosignState({ answer, isCurrent }: Detail['cosigners'][number]) {
  if (answer === null) return 'waiting'
  return answer === 'confirmed' && !isCurrent ? 'outdated' : answer
}

export function CaseText({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  return (
    <Panel title={t.text}>
      <h3>{t.matterHead}</h3>
      <p className="long-text">{it.matter}</p>
      <h3>{t.requestsHead}</h3>
      <ol>
        {it.requests.map((request, at) => (
          // Requests are numbered and never move after submission.
          <li key={at} className="long-text">
            {request}
          </li>
        ))}
      </ol>
    </Panel>
  )
}

/** Replies with what each says to each request, and the rating that followed. */
export function CaseReplies({ it }: { it: Detail }) {
  return it.replies.map((reply) => <CaseReply key={`${reply.round}-${reply.unitName}`} it={it} reply={reply} />)
}

function CaseReply({ it, reply }: { it: Detail; reply: Detail['replies'][number] }) {
  const t = useWords(caseWords)
  const labels = useProfile().data?.classes ?? []
  const label = labels.find(({ code }) => code === reply.class)?.label
  return (
    <Panel title={t.reply(reply.round)}>
      <Facts
        items={[
          { term: t.unit, value: reply.unitName },
          { term: t.replyClass, value: label ? `${reply.class} ${label}` : reply.class },
          { term: t.documentNumber, value: reply.documentNumber },
          { term: t.repliedOn, value: reply.repliedOn },
          { term: t.signer, value: [reply.signer, reply.signedOn].filter(Boolean).join(' ') },
          { term: t.contactPerson, value: reply.contact },
        ]}
      />
      <p className="long-text">{reply.text}</p>
      <ol className="points">
        {reply.points.map((point, at) => (
          <li key={at}>
            <p className="hint">{it.requests[at]}</p>
            <p className="long-text">{point}</p>
          </li>
        ))}
      </ol>
      {isLastOfRound(it, reply) && <Rating it={it} round={reply.round} />}
    </Panel>
  )
}

/** A rating is about a round, in which several units may have answered. */
function isLastOfRound({ replies }: Detail, reply: Detail['replies'][number]): boolean {
  return replies.findLast(({ round }) => round === reply.round) === reply
}

function Rating({ it, round }: { it: Detail; round: number }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const rating = it.ratings.find((one) => one.round === round)
  if (!rating) return null
  return (
    <>
      <h3>{t.ratings}</h3>
      <Facts
        items={[
          { term: t.attitude, value: w.satisfaction[rating.attitude] },
          { term: t.result, value: w.satisfaction[rating.result] },
          { term: t.opinion, value: rating.reason },
          { term: t.ratedOn, value: rating.ratedOn },
        ]}
      />
    </>
  )
}

export function CaseContacts({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const today = useToday()
  if (it.unit === null) return null
  return (
    <Panel title={t.contacts}>
      {it.contacts.length === 0 ? (
        <p className="hint">{t.noContacts}</p>
      ) : (
        <CaseRecord
          entries={it.contacts.toReversed().map((contact) => ({
            key: contact.id,
            on: shortDay(contact.contactedOn, today),
            who: [contact.unitName, w.contactKind[contact.kind]].filter(Boolean).join(' '),
            what: contact.note,
          }))}
        />
      )}
    </Panel>
  )
}

/** What happened, newest first, as the events say it. */
export function CaseTrail({ id }: { id: string }) {
  const t = useWords(caseWords)
  const query = useTimeline(id)
  const today = useToday()
  if (query.isPending) return <Loading rows={3} />
  const items = query.data?.items ?? []
  return (
    <Panel title={t.record}>
      {items.length === 0 ? (
        <p className="hint">{t.noRecord}</p>
      ) : (
        <CaseRecord
          entries={items
            .toReversed()
            .map(({ id: key, at, sentence }) => ({ key, on: shortDay(beijingDay(at), today), what: sentence }))}
        />
      )}
    </Panel>
  )
}
