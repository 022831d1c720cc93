import { pick } from '#lib/pure/words.ts'
import { Block, Empty, Facts, ListCards, Page, PageTitle, Section, withQuery, type Frame } from '#portal/kit.ts'
import type { PublicEvent } from '../events/contract.ts'
import type { PublicPhoto } from '../files/public-photos.ts'
import { portalWords } from './words.ts'

const PAGE = 20

/** 面对面: every event that was held, newest first. */
export function FaceToFacePage({ frame, items, from }: { frame: Frame; items: readonly PublicEvent[]; from: number }) {
  const t = pick(frame.locale, portalWords)
  const page = items.slice(from, from + PAGE)
  return (
    <Page {...frame} title={t.events} description={t.eventsLead} crumbs={[{ label: t.suggestions, href: '/suggestions' }]}>
      <PageTitle lead={t.eventsLead}>{t.events}</PageTitle>
      <Section title={t.eventsHeld(items.length)}>
        {page.length === 0 ? (
          <Empty why={t.noEvents} actions={[{ label: t.suggestions, href: '/suggestions' }]} />
        ) : (
          <ListCards
            items={page.map((it) => ({
              key: it.id,
              title: it.theme,
              href: `/face-to-face/${it.id}`,
              facts: [it.heldOn, it.place, t.eventFacts(it.deputies.length, it.units.length, it.residents)],
            }))}
          />
        )}
        {items.length > from + PAGE && (
          <p>
            <a href={withQuery('/face-to-face', { from: String(from + PAGE) })}>{t.older}</a>
          </p>
        )}
        <p>
          <a href="/outcomes">{t.outcomes}</a> · <a href="/key-topics">{t.topics}</a>
        </p>
      </Section>
    </Page>
  )
}

/** One event: who came, what was asked and answered, what came of each suggestion. */
export function MeetingPage({ frame, it, photos }: { frame: Frame; it: PublicEvent; photos: readonly PublicPhoto[] }) {
  const t = pick(frame.locale, portalWords)
  const crumbs = [
    { label: t.suggestions, href: '/suggestions' },
    { label: t.events, href: '/face-to-face' },
  ]
  return (
    <Page {...frame} title={it.theme} description={`${it.heldOn} ${it.place}`} crumbs={crumbs}>
      <PageTitle lead={t.eventFacts(it.deputies.length, it.units.length, it.residents)}>{it.theme}</PageTitle>
      <Block>
        <Facts
          items={[
            { term: t.day, value: it.heldOn },
            { term: t.place, value: it.place },
            { term: t.siteView, value: it.siteView },
            { term: t.units, value: it.units.join('、') },
            { term: t.deputies, value: it.deputies.join('、') },
            { term: t.residents, value: t.people(it.residents) },
          ]}
        />
      </Block>
      {photos.length > 0 && (
        <Section title={t.photos}>
          <div className="photos">
            {photos.map(({ address }, at) => (
              <img key={address} src={address} alt={t.photoOf(it.theme, at + 1)} loading="lazy" />
            ))}
          </div>
        </Section>
      )}
      <Section title={t.said}>
        {it.said.split('\n').map((line, at) => (
          // The place of a paragraph is all that names it.
          <p key={at}>{line}</p>
        ))}
      </Section>
      {it.suggestions.length > 0 && (
        <Section title={t.results}>
          <ListCards
            items={it.suggestions.map(({ reference, title, result }) => ({
              key: reference,
              title,
              href: `/suggestions/${reference}`,
              facts: [result || t.noResult],
            }))}
          />
        </Section>
      )}
    </Page>
  )
}
