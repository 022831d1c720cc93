import type { Tx } from '#lib/db/tx.ts'
import { diceOf, idAt } from './dice.ts'
import { at } from './moment.ts'
import type { Deputy, TermDays } from './people.ts'
import { insertRows, type Row } from './rows.ts'

type Office = 'head' | 'deputy_head' | 'liaison' | 'member'

/** 王敏 is liaison of her group by field, so that a person with an office has an account. */
const fixedOffices: Readonly<Record<string, Office>> = { '物业小组 王敏': 'liaison' }

/** How large a share of the deputies near a field joins its group. */
const JOINS_FIELD = 0.55

/** Delegations for the session; groups by area for everybody and by field for about half, between sessions (代表法 arts 14, 26–27). */
export async function insertBodies(tx: Tx, deputies: readonly Deputy[], term: TermDays): Promise<void> {
  const dice = diceOf('bodies')
  const joins = new Set(deputies.filter((it) => it.field !== '' && (it.name === '王敏' || dice.isTrue(JOINS_FIELD))))
  const bodies = [
    ...grouped('delegation', deputies, (it) => it.delegation),
    ...grouped('group', deputies, (it) => `${it.constituency}代表小组`),
    ...grouped('group', [...joins], (it) => it.field),
  ]
  const rows: Row<'congress.body'>[] = []
  const memberships: Row<'congress.membership'>[] = []
  bodies.forEach(({ kind, name, members }, index) => {
    const id = idAt(at(term.startsOn, 9), `body ${term.number} ${kind} ${name}`)
    rows.push({ id, term: term.number, kind, name, ordinal: index + 1 })
    memberships.push(...members.map((it, nth) => member(id, it, officeOf(kind, name, it, nth), term)))
  })
  await insertRows(tx, 'congress.body', rows)
  await insertRows(tx, 'congress.membership', memberships)
}

interface Body {
  readonly kind: 'delegation' | 'group'
  readonly name: string
  readonly members: Deputy[]
}

function grouped(kind: Body['kind'], deputies: readonly Deputy[], nameOf: (it: Deputy) => string): Body[] {
  const names = [...new Set(deputies.map(nameOf))]
  return names.map((name) => ({ kind, name, members: deputies.filter((it) => nameOf(it) === name).toReversed() }))
}

/** The last on the roll lead, so that the named deputies, who stand first, are members like most. */
function officeOf(kind: Body['kind'], name: string, deputy: Deputy, nth: number): Office {
  const fixed = fixedOffices[`${name} ${deputy.name}`]
  if (fixed) return fixed
  const offices: readonly Office[] =
    kind === 'delegation' ? ['head', 'deputy_head', 'deputy_head', 'liaison'] : ['head', ...(name === '物业小组' ? [] : ['liaison' as const])]
  return offices[nth] ?? 'member'
}

function member(bodyId: string, deputy: Deputy, office: Office, term: TermDays): Row<'congress.membership'> {
  return { body_id: bodyId, deputy_id: deputy.id, office, starts_on: term.startsOn, ends_on: term.endsOn }
}
