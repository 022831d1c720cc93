import { learn } from '#slices/suggestions/advice/learn.ts'
import { presets } from '#slices/suggestions/presets/presets.ts'
import { suggestionProfile } from '#slices/suggestions/rules/profile.ts'
import type { Tx } from '#lib/db/tx.ts'
import { insertAccounts } from '../accounts.ts'
import { insertBodies } from '../bodies.ts'
import { castOf } from '../cast.ts'
import { insertCommitments } from '../commitments/fill.ts'
import { fillConcerns } from '../concerns/fill.ts'
import { insertTerms, type Term } from '../congresses.ts'
import { fillMotions } from '../motions/fill.ts'
import { WORLD_NOW } from '../moment.ts'
import { deputiesOf, insertDeputies } from '../people.ts'
import { insertPlaces, placesOf, stationsOf } from '../places.ts'
import { fillPressing } from '../pressing/fill.ts'
import { activateFirstProfile } from '../procedure.ts'
import { insertSuggestions } from '../suggestions/fill.ts'
import { insertUnits, unitsOf } from '../units.ts'
import { cityAccounts } from './accounts.ts'
import { playCommitments } from './commitments.ts'
import { departments } from './departments.ts'
import { districtGovernments, districts, garrison } from './districts.ts'
import { offices } from './offices.ts'
import { playSuggestions, SESSION_DAYS } from './suggestions.ts'

const before: Term = {
  number: 16,
  startsOn: '2017-01-09',
  endsOn: '2022-01-09',
  sessions: [
    ['2017-01-09', '2017-01-13'],
    ['2018-01-08', '2018-01-12'],
    ['2019-01-14', '2019-01-18'],
    ['2020-01-06', '2020-01-10'],
    ['2021-01-25', '2021-01-29'],
  ],
}
const now: Term = { number: 17, startsOn: SESSION_DAYS[0], endsOn: null, sessions: [SESSION_DAYS] }

/** 示例市人大: 525 deputies, 823 suggestions, 1,004 stations in 23 districts. */
export async function fillCity(tx: Tx, passwordHash: string): Promise<void> {
  const places = placesOf(districts.map((it) => it.name))
  const units = unitsOf('city', [...offices, ...departments, ...districtGovernments])
  const deputies = deputiesOf('17', [...districts, garrison], places, now.startsOn)
  const accounts = cityAccounts(deputies, units)
  await insertTerms(tx, [before, now])
  await insertPlaces(tx, places, stationsOf(places))
  await insertUnits(tx, units)
  await insertDeputies(tx, deputies, now, before)
  await insertBodies(tx, deputies, now)
  await insertAccounts(tx, accounts, passwordHash)
  const profile = suggestionProfile.settings.parse(presets.standard.settings)
  const title = '示例市代表建议办理规则包'
  await activateFirstProfile(tx, suggestionProfile, { title, effectiveOn: now.startsOn, settings: profile })
  const cast = castOf(accounts)
  const suggestions = playSuggestions({ deputies, units, places, cast, profile })
  await insertSuggestions(tx, suggestions)
  await insertCommitments(tx, playCommitments(suggestions, { units, cast, profile }))
  await fillPressing(tx, { deputies, units, accounts, suggestions, cast })
  await fillMotions(tx, { deputies, units, accounts, suggestions, session: SESSION_DAYS })
  await fillConcerns(tx, { deputies, units, cast, suggestions })
  await learn(tx, WORLD_NOW)
}
