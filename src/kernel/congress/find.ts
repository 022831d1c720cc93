import { MOST_OF_A_KIND, normalise, type Asked, type Finder } from '#kernel/search/api.ts'
import type { Found } from '#kernel/search/contract.ts'
import { toBeijingDate } from '#lib/pure/date.ts'
import { findDeputies, listUnits, type UnitName } from './store.ts'

/** Units by name, short name or initials, deputies by name or initials: public facts of a congress, for everybody who is signed in. */
export const findNames: Finder = async (asked) => [...(await unitsFor(asked)), ...(await deputiesFor(asked))]

async function unitsFor({ tx, now, words }: Asked): Promise<Found[]> {
  const typed = normalise(words)
  const isNamed = ({ name, shortName, initials }: UnitName) =>
    normalise(name).includes(typed) || normalise(shortName).includes(typed) || initials.includes(typed)
  return (await listUnits(tx, toBeijingDate(now)))
    .filter(isNamed)
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, name, shortName }) => ({
      kind: 'unit',
      id,
      title: name,
      detail: shortName === name ? '' : shortName,
      match: 'name',
    }))
}

async function deputiesFor({ tx, now, words }: Asked): Promise<Found[]> {
  const deputies = await findDeputies(tx, words, toBeijingDate(now))
  return deputies
    .slice(0, MOST_OF_A_KIND)
    .map(({ id, name, delegation }) => ({ kind: 'deputy', id, title: name, detail: delegation ?? '', match: 'name' }))
}
