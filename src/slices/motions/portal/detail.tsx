import { toBeijingDate } from '#lib/pure/date.ts'
import { pick } from '#lib/pure/words.ts'
import { Block, CaseRecord, Facts, Notice, Page, PageTitle, Prose, Section, Status, type Frame } from '#portal/kit.ts'
import type { PublicDetail } from '../contract.ts'
import { words } from '../words.ts'
import { markOfMotion } from './marks.ts'
import { portalWords } from './words.ts'

/** One motion in public: who put it, what was decided, what it became, its text. */
export function DetailPage({ frame, it }: { frame: Frame; it: PublicDetail }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  const numbered = it.number === null ? '' : `${w.numbered(it.number)} `
  return (
    <Page {...frame} title={`${numbered}${it.title}`} crumbs={[{ label: t.title, href: '/motions' }]}>
      <PageTitle status={<Status kind={markOfMotion(it)} word={w.status[it.status]} />}>
        {numbered}
        {it.title}
      </PageTitle>
      <Block>
        <Facts
          items={[
            { term: t.deputy, value: it.deputy.name },
            { term: t.people, value: t.peopleOf(it.signatories) },
            { term: t.kind, value: w.kind[it.kind] },
            { term: t.submittedOn, value: it.submittedOn },
            { term: t.receivedOn, value: it.receivedOn },
            { term: t.committee, value: it.committee?.name },
            { term: t.recommendation, value: it.recommendation && w.recommendation[it.recommendation] },
          ]}
        />
      </Block>
      <Decisions frame={frame} it={it} />
      <Links frame={frame} it={it} />
      <Text frame={frame} it={it} />
      <Section title={t.way}>
        <CaseRecord
          entries={it.timeline
            .toReversed()
            .map(({ at, sentence }) => ({ key: at + sentence, on: toBeijingDate(new Date(at)), what: sentence }))}
        />
      </Section>
    </Page>
  )
}

function Decisions({ frame, it }: { frame: Frame; it: PublicDetail }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  if (it.decisions.length === 0) return null
  return (
    <Section title={t.decisions}>
      <CaseRecord
        entries={it.decisions.map((one, at) => ({
          key: String(at),
          on: one.decidedOn,
          who: w.body[one.body],
          what: `${w.outcome[one.outcome]}${one.committeeName ? `（${one.committeeName}）` : ''}　${one.basis}`,
        }))}
      />
    </Section>
  )
}

/** The motion it was merged into, those merged with it, and the suggestion it became. */
function Links({ frame, it }: { frame: Frame; it: PublicDetail }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  const isWaiting = it.status === 'converted' && !it.links.some(({ kind }) => kind === 'became')
  if (!it.main && it.merged.length === 0 && it.links.length === 0 && !isWaiting) return null
  const named = (one: { number: number | null; title: string }) =>
    `${one.number === null ? '' : w.numbered(one.number)} ${one.title}`
  return (
    <Section title={t.links}>
      <Facts
        items={[
          { term: t.main, value: it.main && <a href={`/motions/${it.main.reference}`}>{named(it.main)}</a> },
          ...it.merged.map((one) => ({ term: t.merged, value: <a href={`/motions/${one.reference}`}>{named(one)}</a> })),
          ...it.links.map((one) => ({
            term: w.linkKind[one.kind],
            value: <a href={`/suggestions/${one.reference}`}>{one.title}</a>,
          })),
        ]}
      />
      {isWaiting && <Notice>{t.becomes}</Notice>}
    </Section>
  )
}

function Text({ frame, it }: { frame: Frame; it: PublicDetail }) {
  const t = pick(frame.locale, portalWords)
  if (it.text === null) {
    return (
      <Block>
        <Notice>{t.notPublic}</Notice>
      </Block>
    )
  }
  const parts: [string, string | null][] = [
    [t.grounds, it.text.grounds],
    [t.plan, it.text.plan],
    [t.outline, it.text.outline],
  ]
  return (
    <Section title={t.text}>
      <Prose>{parts.map(([head, text]) => text && <Part key={head} head={head} text={text} />)}</Prose>
    </Section>
  )
}

function Part({ head, text }: { head: string; text: string }) {
  return (
    <>
      <h3>{head}</h3>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, at) => (
          // Paragraphs of a fixed text never move.
          <p key={at}>{line}</p>
        ))}
    </>
  )
}
