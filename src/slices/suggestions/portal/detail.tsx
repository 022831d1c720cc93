import type { ReactNode } from 'react'
import { categoryName } from '#kernel/categories/contract.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { pick } from '#lib/pure/words.ts'
import {
  Block,
  ButtonLink,
  CaseRecord,
  Facts,
  Notice,
  Page,
  PageTitle,
  Prose,
  Section,
  Status,
  Timeline,
  type Frame,
  type Station,
} from '#portal/kit.ts'
import type { PublicDetail } from '../contract.ts'
import { words } from '../words.ts'
import { KeyMark } from './key-mark.tsx'
import { markOfSuggestion } from './marks.ts'
import { portalWords } from './words.ts'

/** One suggestion in public: where it stands, what happened, its text and its reply. */
export function DetailPage({ frame, it, more }: { frame: Frame; it: PublicDetail; more?: ReactNode }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  const numbered = it.number === null ? '' : `${w.numbered(it.number)} `
  return (
    <Page
      {...frame}
      title={`${numbered}${it.title}`}
      crumbs={[{ label: t.title, href: '/suggestions' }]}
      jsonLd={jsonLd(it, frame)}
      feeds={[{ title: it.title, href: feedOf(it) }]}
    >
      <PageTitle status={<Status kind={markOfSuggestion(it)} word={w.status[it.status]} />}>
        {numbered}
        {it.title}
      </PageTitle>
      <Block>
        <Facts
          items={[
            { term: t.deputy, value: it.deputy.name },
            { term: t.cosigners, value: it.cosigners.join('、') },
            { term: t.unit, value: it.unit?.name },
            { term: t.coUnits, value: it.coUnits.join('、') },
            { term: t.category, value: categoryName(it.category, frame.locale) },
            { term: t.supervision, value: it.isKey ? <KeyMark frame={frame} /> : null },
          ]}
        />
        <Timeline label={t.timeline} stations={stationsOf(it, t.stations)} />
        {it.due && (
          <p>
            <b>{it.due.left}</b> <span className="hint">{it.due.sentence}</span>
          </p>
        )}
      </Block>
      <Reply it={it} frame={frame} />
      <Text it={it} frame={frame} />
      {more}
      <Section title={t.way}>
        <CaseRecord
          entries={it.timeline
            .toReversed()
            .map(({ at, sentence }) => ({ key: at + sentence, on: toBeijingDate(new Date(at)), what: sentence }))}
        />
      </Section>
      <Share it={it} frame={frame} />
    </Page>
  )
}

/** 关注和分享: for those with an account a notice, for everybody else a feed, and the address itself. Works without JavaScript. */
function Share({ it, frame }: { it: PublicDetail; frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  return (
    <Section title={t.share}>
      <p className="actions">
        <ButtonLink kind="secondary" href={`/workbench/followed?reference=${encodeURIComponent(it.reference)}`}>
          {t.follow}
        </ButtonLink>
        <ButtonLink kind="secondary" href={feedOf(it)}>
          {t.feedOfOne}
        </ButtonLink>
      </p>
      <p>
        {t.address} <a href={`/suggestions/${it.reference}`}>{`${frame.origin}/suggestions/${it.reference}`}</a>
      </p>
    </Section>
  )
}

function feedOf({ reference }: PublicDetail): string {
  return `/suggestions.atom?reference=${encodeURIComponent(reference)}`
}

function Reply({ it, frame }: { it: PublicDetail; frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  if (it.text === null) return null
  if (it.replies.length === 0) {
    return (
      <Block>
        <Notice>{t.noReply}</Notice>
      </Block>
    )
  }
  return it.replies.map((reply) => (
    <Section key={`${reply.round} ${reply.unitName}`} title={t.reply(reply.round)}>
      <Facts
        items={[
          { term: t.unit, value: reply.unitName },
          { term: t.replyClass, value: `${reply.class} ${reply.classLabel}`.trim() },
          { term: t.documentNumber, value: reply.documentNumber },
          { term: t.repliedOn, value: reply.repliedOn },
        ]}
      />
      <Prose>
        <p>{reply.text}</p>
        <ol>
          {reply.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ol>
      </Prose>
    </Section>
  ))
}

function Text({ it, frame }: { it: PublicDetail; frame: Frame }) {
  const t = pick(frame.locale, portalWords)
  if (it.summary !== null) {
    return (
      <Section title={t.summary}>
        <Prose>
          <p>{it.summary}</p>
        </Prose>
        <p className="hint">{t.summaryNote}</p>
      </Section>
    )
  }
  if (it.text === null) {
    return (
      <Block>
        <Notice>{t.notPublic}</Notice>
      </Block>
    )
  }
  return (
    <Section title={t.text}>
      <Prose>
        <h3>{t.matter}</h3>
        <p>{it.text.matter}</p>
        <h3>{t.requests}</h3>
        <ol>
          {it.text.requests.map((request) => (
            <li key={request}>{request}</li>
          ))}
        </ol>
      </Prose>
    </Section>
  )
}

/** Stations with the days on which they were passed; the first one without a day is where it stands. */
function stationsOf(it: PublicDetail, names: Record<string, string>): Station[] {
  const isLate = it.repliedOn === null && it.due?.level === 'overdue'
  const days: [string, string | null][] = [
    ['submitted', it.submittedOn],
    ['registered', it.registeredOn],
    ['handedOver', it.handedOverOn],
    ['accepted', it.acceptedOn],
    ['replied', it.repliedOn],
    ['rated', it.ratedOn],
    ['closed', it.closedOn],
  ]
  const current = days.findIndex(([, on]) => on === null)
  return days.map(([key, on], at) => ({
    name: names[key]!,
    state: on !== null ? 'passed' : at === current ? (isLate ? 'late' : 'current') : 'ahead',
    ...(on && { on }),
  }))
}

function jsonLd(it: PublicDetail, frame: Frame): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: it.title,
    identifier: it.reference,
    inLanguage: 'zh-CN',
    about: categoryName(it.category, 'zh-CN'),
    publisher: { '@type': 'GovernmentOrganization', name: frame.congress.name },
    ...(it.submittedOn && { datePublished: it.submittedOn }),
  }
}
