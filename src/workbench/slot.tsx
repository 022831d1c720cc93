import type { ComponentType } from 'react'
import { createContext, Suspense, useContext } from 'react'

/** Parts of the screen that the kernel and the slices bring; what is not there is not drawn. Filled by the composition root. */
export type Slots = {
  /** 任务中心 in the top bar: long jobs with their progress. */
  tasks?: ComponentType
  /** Notifications in the top bar. */
  bell?: ComponentType
} & PageSlots

/** Places on the page of one slice where others show their panels, in the order given; `id` is that of the page's subject. */
type PageSlots = {
  /** The page of one suggestion, below its replies. */
  suggestionCase?: readonly ComponentType<{ id: string }>[]
  /** Above the queues of a handling unit; `id` is `own`. */
  unitDesk?: readonly ComponentType<{ id: string }>[]
  /** The figures of the handling of suggestions, among their plots; `id` is `all`. */
  suggestionFigures?: readonly ComponentType<{ id: string }>[]
}

export const SlotsContext = createContext<Slots>({})

/** The panels of other slices for this subject; nothing where nobody brings one. */
export function Slot({ name, id }: { name: keyof PageSlots; id: string }) {
  const parts = useContext(SlotsContext)[name] ?? []
  return parts.map((Part, at) => (
    <Suspense key={`${at}-${id}`}>
      <Part id={id} />
    </Suspense>
  ))
}
