/** status → action → next status, as one table. Every list of statuses or actions is derived from it. */
export type Lifecycle<Status extends string, Action extends string> = Readonly<
  Record<Status, Readonly<Partial<Record<Action, Status>>>>
>

/** The status after `action`, or undefined where the table has no such arrow. */
export function next<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, status: S, action: A): S | undefined {
  return lifecycle[status][action]
}

/** The actions that leave `status`, in the order of the table. */
export function actionsFrom<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, status: S): A[] {
  return Object.keys(lifecycle[status]) as A[]
}

/** The statuses from which `action` is possible. */
export function statusesBefore<S extends string, A extends string>(lifecycle: Lifecycle<S, A>, action: A): S[] {
  return (Object.keys(lifecycle) as S[]).filter((status) => lifecycle[status][action] !== undefined)
}
