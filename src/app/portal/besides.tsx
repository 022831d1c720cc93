import { publicCommitmentFigures, publicCommitmentsOf } from '#slices/commitments/api.ts'
import { PublicCommitments, UnitCommitmentFigures } from '#slices/commitments/portal/commitments.tsx'
import { publicPressingOf } from '#slices/pressing/api.ts'
import { PublicOutcomeCard } from '#slices/pressing/portal/outcome-card.tsx'
import type { Besides } from '#slices/suggestions/pages.tsx'

const nothingPromised = { due: 0, inTime: 0, rate: '—', open: 0 }

/** What other modules tell on the public pages of a suggestion and of a unit; suggestions themselves know none of them. */
export const besides: Besides = {
  suggestion: async (reading, id) => {
    const promises = await publicCommitmentsOf(reading, id)
    const pressing = await publicPressingOf(reading.tx, id)
    return (frame) => (
      <>
        <PublicCommitments frame={frame} items={promises} />
        <PublicOutcomeCard frame={frame} it={pressing} />
      </>
    )
  },
  unit: async (reading, id) => {
    const figures = (await publicCommitmentFigures(reading)).byUnit.find((it) => it.id === id) ?? nothingPromised
    return (frame) => <UnitCommitmentFigures frame={frame} figures={figures} />
  },
}
