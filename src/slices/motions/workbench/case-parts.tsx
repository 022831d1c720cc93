import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { CaseRecord, Facts, Loading, Panel, useAction, useWords } from '#workbench/kit.ts'
import type { Detail, Signatory } from '../contract.ts'
import { words } from '../words.ts'
import { calls, topics, useTimeline, useToday } from './calls.ts'
import { caseWords } from './case-words.ts'
import { beijingDay, shortDay } from '#lib/pure/moment.ts'
import { useName } from './status.tsx'

export function CaseFacts({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const place = it.session ?? Number((it.reference ?? '').split('-')[1] ?? it.submittedOn?.slice(0, 4) ?? 0)
  return (
    <Panel title={t.facts}>
      <Facts
        items={[
          { term: t.deputy, value: it.deputy.name },
          { term: t.kind, value: w.kind[it.kind] },
          { term: t.period, value: place > 0 ? w.session(it.term, place) : null },
          { term: t.committee, value: it.committee?.name },
          { term: t.submittedOn, value: it.submittedOn },
          { term: t.receivedOn, value: it.receivedOn },
          { term: t.publicTerm, value: it.isPublic ? t.publicFull : t.publicTitle },
          {
            term: t.publicPage,
            value: it.reference && it.status !== 'withdrawn' && (
              <a href={`/motions/${encodeURIComponent(it.reference)}`}>{t.open}</a>
            ),
          },
        ]}
      />
    </Panel>
  )
}

export function CaseText({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  return (
    <Panel title={t.text(it.textVersion)}>
      <MotionText it={it} />
    </Panel>
  )
}

/** The whole text as it is signed: cause, grounds, plan, and the draft of a regulation. */
export function MotionText({ it }: { it: Pick<Detail, 'title' | 'grounds' | 'plan' | 'outline'> }) {
  const t = useWords(caseWords)
  const parts: [string, string | null][] = [
    [t.cause, it.title],
    [t.grounds, it.grounds],
    [t.plan, it.plan],
    [t.outline, it.outline],
  ]
  return parts.map(
    ([head, text]) =>
      text && (
        <section key={head}>
          <h3>{head}</h3>
          <p className="long-text">{text}</p>
        </section>
      ),
  )
}

/** Who was asked, who read, who confirmed, and when: the lead deputy first. */
export function CaseRoll({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const today = useToday()
  const left = it.minimum - it.signatories
  return (
    <Panel
      title={t.roll(it.signatories, it.minimum)}
      extra={<span className="hint">{left > 0 ? t.stillNeeded(left) : t.enough}</span>}
    >
      <p className="hint">{t.rollLead(it.minimumBasis)}</p>
      <table className="motion-roll">
        <thead>
          <tr>
            <th scope="col">{t.rollHead.deputy}</th>
            <th scope="col">{t.rollHead.standing}</th>
            <th scope="col">{t.rollHead.when}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{it.deputy.name}</th>
            <td>{t.leads}</td>
            <td>{it.submittedOn ? shortDay(it.submittedOn, today) : ''}</td>
          </tr>
          {it.cosigners.map((one) => (
            <tr key={one.deputy.id}>
              <th scope="row">{one.deputy.name}</th>
              <td className={one.standing === 'confirmed' ? 'is-confirmed' : undefined}>{w.standing[one.standing]}</td>
              <td>{shortDay(beijingDay(whenOf(one)), today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

/** The day that the standing rests on. */
function whenOf({ standing, confirmedAt, readAt, invitedAt }: Signatory): string {
  if (standing === 'confirmed' || standing === 'outdated') return confirmedAt ?? invitedAt
  return (standing === 'read' ? readAt : null) ?? invitedAt
}

export function CaseDecisions({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const today = useToday()
  if (it.receivedOn === null) return null
  return (
    <>
      <Panel title={t.decisions}>
        {it.decisions.length === 0 ? (
          <p className="hint">{t.noDecision}</p>
        ) : (
          <CaseRecord
            entries={it.decisions.map((one, at) => ({
              key: String(at),
              on: shortDay(one.decidedOn, today),
              who: w.body[one.body],
              what: `${w.outcome[one.outcome]}${one.committeeName ? `（${one.committeeName}）` : ''}　${one.basis}`,
            }))}
          />
        )}
      </Panel>
      {it.opinion && (
        <Panel title={t.opinion}>
          <Facts
            items={[
              { term: t.committee, value: it.opinion.committeeName },
              { term: t.recommendation, value: w.recommendation[it.opinion.recommendation] },
              { term: t.decidedOn, value: it.opinion.givenOn },
            ]}
          />
          <p className="long-text">{it.opinion.text}</p>
        </Panel>
      )}
    </>
  )
}

/** What belongs to the same matter: the main motion, those merged with it, suggestions. */
export function CaseLinks({ it }: { it: Detail }) {
  const t = useWords(caseWords)
  const w = useWords(words)
  const name = useName()
  const unlink = useAction(calls.unlinkMotion, { topics, labels: w.action, done: t.done.unlink })
  if (!it.main && it.merged.length === 0 && it.links.length === 0) return null
  return (
    <Panel title={t.links}>
      <ul className="motion-links">
        {it.main && (
          <li>
            <span className="hint">{t.main}</span> <Link to={`/motions/${it.main.id}`}>{name(it.main)}</Link>
          </li>
        )}
        {it.merged.map((one) => (
          <li key={one.id}>
            <span className="hint">{t.mergedIn}</span> <Link to={`/motions/${one.id}`}>{name(one)}</Link>
          </li>
        ))}
        {it.links.map((one) => (
          <li key={one.id}>
            <span className="hint">{w.linkKind[one.kind]}</span>{' '}
            <Link to={`/suggestions/${one.id}`}>
              {one.reference ? `${one.reference}　` : ''}
              {one.title}
            </Link>
            {one.kind === 'related' && it.allowed.includes('link') && (
              <Button
                type="link"
                loading={unlink.isRunning}
                onClick={() => void unlink.run({ params: { id: it.id }, body: { suggestionId: one.id } })}
              >
                {t.unlink}
              </Button>
            )}
          </li>
        ))}
      </ul>
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
    <Panel title={t.trail}>
      {items.length === 0 ? (
        <p className="hint">{t.noTrail}</p>
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
