import type { Status } from '../contract.ts'

/** What the event and the page name as the rule (上海市人民代表大会关于代表议案的规定 art 13; 地方组织法 art 22). */
export const LAPSE_BASIS = '联名代表不足法定人数，办理即行终止（参照《上海市人民代表大会关于代表议案的规定》第十三条）'

const counted: readonly Status[] = ['submitted', 'received', 'to_committee']

/** True when a submitted motion that is not decided yet has lost so many signatories that its procedure ends. */
export function lapses(status: Status, signatoriesLeft: number, minimum: number): boolean {
  return counted.includes(status) && signatoriesLeft < minimum
}
