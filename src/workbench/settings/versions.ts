export interface SettingsVersion<S> {
  readonly version: number
  readonly title: string
  readonly effectiveOn: string
  readonly standing: 'past' | 'current' | 'coming'
  readonly activatedAt: string
  readonly activatedBy: { readonly name: string } | null
  readonly settings: S
}
/** Every version, the newest first, and what holds where there is none. */
export interface SettingsVersions<S> {
  readonly today: string
  readonly lawful: S
  readonly items: readonly SettingsVersion<S>[]
}
export interface SettingsInput<S> {
  readonly after: number
  readonly title: string
  readonly effectiveOn: string
  readonly settings: S
}
