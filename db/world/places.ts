import type { Tx } from '#lib/db/tx.ts'
import { diceOf, idAt, type Dice } from './dice.ts'
import { at } from './moment.ts'
import { communityNames, pointSites, roadNames, streetNames } from './place-names.ts'
import { insertRows, type Row } from './rows.ts'

/** A district with what stands in it; texts of suggestions name these places, so a list looks like one city. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly ordinal: number
  /** 县 and county-level 市 have towns and villages, 区 have streets and communities. */
  readonly isRural: boolean
  readonly streets: readonly Street[]
}

export interface Street {
  /** `翠湖街道` or `翠湖镇`. */
  readonly name: string
  readonly stem: string
  readonly communities: readonly string[]
  readonly roads: readonly string[]
}

export type Station = Row<'congress.station'>

const STREETS = 146
const COMMUNITIES = 776
const POINTS = 82
const FOUNDED_ON = '2000-01-01'

/** Shares 146 streets and towns with 776 communities and villages out over the districts, as even as it goes. */
export function placesOf(districts: readonly string[]): Place[] {
  const dice = diceOf('places')
  const stems = dice.shuffle(streetNames).slice(0, STREETS)
  const named = ['阳光', '小西', '多福']
  const fresh = dice.shuffle(communityNames).filter((name) => !named.includes(name))
  const communities = [...named, ...fresh].slice(0, COMMUNITIES)
  const roads = dice.shuffle(roadNames)
  return districts.map((name, index) => {
    const isRural = !name.endsWith('区')
    const own = share(stems, districts.length, index)
    const first = stems.indexOf(own[0]!)
    const streets = own.map((stem, nth) => {
      const kind = isRural && nth > 0 ? '镇' : '街道'
      const villages = kind === '镇' ? '村' : '社区'
      return {
        name: stem + kind,
        stem,
        communities: share(communities, STREETS, first + nth).map((it, i) => it + (i === 0 ? '社区' : villages)),
        roads: [1, 2, 3].map((step) => `${roads[(first + nth * step * 7 + step) % roads.length]}路`),
      }
    })
    return { id: idAt(at(FOUNDED_ON, 9), `district ${name}`), name, ordinal: index + 1, isRural, streets }
  })
}

/** One home (代表之家) for each street, one liaison station (联络站) for each community, 82 contact points (联系点) elsewhere. */
export function stationsOf(places: readonly Place[]): Station[] {
  const dice = diceOf('stations')
  const streets = places.flatMap((place) => place.streets.map((street) => ({ place, street })))
  const homes = streets.map((it) => station('home', `${it.street.name}人大代表之家`, it, dice))
  const liaison = streets.flatMap((it) =>
    it.street.communities.map((name) => station('station', `${name}人大代表联络站`, it, dice)),
  )
  const points = dice.shuffle(streets).slice(0, POINTS).map((it, index) => {
    const site = it.street.stem + pointSites[index % pointSites.length]!
    return station('point', `${site}人大代表联系点`, it, dice)
  })
  return [...homes, ...liaison, ...points]
}

export async function insertPlaces(tx: Tx, places: readonly Place[], stations: readonly Station[]): Promise<void> {
  await insertRows(tx, 'congress.district', places.map(({ id, name, ordinal }) => ({ id, name, ordinal })))
  await insertRows(tx, 'congress.station', stations)
}

function station(kind: string, name: string, { place, street }: { place: Place; street: Street }, dice: Dice): Station {
  const month = String(dice.whole(1, 12)).padStart(2, '0')
  const openedOn = `${dice.whole(2016, 2021)}-${month}-${String(dice.whole(1, 28)).padStart(2, '0')}`
  return {
    id: idAt(at(openedOn, 9), `station ${name}`),
    kind,
    name,
    district_id: place.id,
    address: `${place.name}${street.name}${dice.pick(street.roads)}${dice.whole(1, 288)}号`,
    opened_on: openedOn,
    closed_on: null,
  }
}

/** The `index`-th of `parts` runs of a list; runs differ by one at most. */
function share<T>(list: readonly T[], parts: number, index: number): T[] {
  const cut = (nth: number) => Math.floor((list.length * nth) / parts)
  return list.slice(cut(index), cut(index + 1))
}
