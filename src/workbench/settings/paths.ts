/** Settings as a form holds them: numbers and words under names, however deep. */
export type Setting = number | string
export interface Settings {
  readonly [name: string]: Setting | Settings
}

/** The value under a path such as `rating.term.amount`; a path that leads nowhere is a mistake of the program. */
export function valueAt(settings: Settings, path: string): Setting {
  let found: Setting | Settings | undefined = settings
  for (const name of path.split('.')) found = typeof found === 'object' ? found[name] : undefined
  if (found === undefined || typeof found === 'object') throw new Error(`No setting at ${path}`)
  return found
}

/** The same settings with another value under a path. */
export function withValue<S extends Settings>(settings: S, path: string, value: Setting): S {
  const [name = '', ...rest] = path.split('.')
  const inner = settings[name]
  const next = rest.length > 0 && typeof inner === 'object' ? withValue(inner, rest.join('.'), value) : value
  return { ...settings, [name]: next }
}
