import { useEffect, useRef } from 'react'

/** Something that the page can do now: listed in the help of the keys and in the search of ⌘K. */
export type Command = {
  /** Says the act, as its button does. */
  label: string
  /** `j`, `shift+x`, `g s`, `Enter`, `mod+Enter`; none where it is only chosen by name. */
  key?: string
  /** A handler that answers `false` leaves the key to the browser. */
  run: (event?: KeyboardEvent) => void | false
  /** Moves about the page: means nothing once the search is open, so it is not listed there. */
  isMotion?: boolean
}

/** One list for each component that brings commands, the inmost last. */
const layers: { current: readonly Command[] }[] = []

/** Offers commands while the component is on screen. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(() => {
    layers.push(latest)
    return () => void layers.splice(layers.indexOf(latest), 1)
  }, [])
}

/** Every command that can be given now, those of the page before those of the shell, each name and key once. */
export function commandsNow(): Command[] {
  const all = layers.toReversed().flatMap(({ current }) => current)
  return all.filter((it, at) => !all.slice(0, at).some(({ key, label }) => label === it.label && key === it.key))
}

/** The commands of a key, the inmost first: one that answers `false` lets the next try. */
export function commandsOf(key: string): Command[] {
  return commandsNow().filter((it) => it.key === key)
}
