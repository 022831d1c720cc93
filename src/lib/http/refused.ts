import type { Refusal } from '#lib/pure/refusal.ts'
import { Problem } from './problem.ts'

/** 403 or 409: a rule says no. The answer names the rule, the present status and what this person can do now. */
export class Refused extends Problem {
  constructor(action: string, refusal: Refusal, now: { status: string; allowed: readonly string[] }) {
    super(refusal.kind === 'forbidden' ? 403 : 409, refusal.code, refusal.sentence, { extra: { action, now } })
  }
}

/** 412: somebody changed it since it was read. Nothing was written. */
export class Stale extends Problem {
  constructor() {
    super(412, 'changed-meanwhile', '您打开之后，别人已经改过这一件。请刷新看最新内容，再继续；您填写的内容没有丢。')
  }
}
