import { pick } from '#lib/pure/words.ts'
import { Facts, Section, type Frame } from '#portal/kit.ts'
import type { PublicPressing } from '../case/contract.ts'
import { words } from '../words.ts'
import { OutcomeFigures } from './outcome-parts.tsx'
import { portalWords } from './words.ts'

/** 成果卡 of the public page of one suggestion (`publicPressingOf`): what pressed for it, what came of it, when residents are visited. */
export function PublicOutcomeCard({ frame, it }: { frame: Frame; it: PublicPressing | null }) {
  const t = pick(frame.locale, portalWords)
  const w = pick(frame.locale, words)
  if (!it) return null
  return (
    <Section title={t.card} moreHref="/outcomes" moreLabel={t.all}>
      <Facts
        items={[
          { term: t.keyTopic, value: it.topics.length > 0 && <a href="/key-topics">{`⚑ ${it.topics.join('、')}`}</a> },
          ...it.events.map((event) => ({
            term: t.events,
            value: <a href={`/face-to-face/${event.id}`}>{`${event.heldOn} ${event.theme}`}</a>,
          })),
          ...it.outcomes.map((outcome) => ({
            term: w.kind[outcome.kind],
            value: (
              <>
                {outcome.title}
                <OutcomeFigures frame={frame} it={outcome} />
              </>
            ),
          })),
          { term: t.following, value: it.nextVisitOn && t.visitBefore(it.nextVisitOn) },
        ].filter(({ value }) => Boolean(value))}
      />
    </Section>
  )
}
