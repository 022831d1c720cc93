import type { Role } from '#kernel/identity/contract.ts'
import { accountsOf, deputyAccounts, handlerAccounts, type Account, type AccountSketch } from '../accounts.ts'
import type { Deputy } from '../people.ts'
import { unitNamed, type Unit } from '../units.ts'
import { quotas } from './quotas.ts'

/** One account for each role of product.md 6.2; where a role has two, the first is the one a demo offers. */
const demo: readonly (readonly [login: string, name: string, role: Role, unit: string])[] = [
  ['lianluoyuan', '赵秀英', 'station_liaison', '城东区人民政府'],
  ['daibiaogongwei', '陈静', 'deputies_affairs', '代表工委'],
  ['daibiaogongwei2', '周海峰', 'deputies_affairs', '代表工委'],
  ['zhuanweihui', '刘文斌', 'special_committee', '城环委'],
  ['fagongwei', '张思远', 'legislative_affairs', '法工委'],
  ['duban', '王立新', 'supervision_office', '办公厅'],
  ['chengban', '孙建华', 'handling_unit', '市房产局'],
  ['chengban2', '马晓峰', 'handling_unit', '市交通局'],
  ['bumen', '赵国平', 'department', '城环委'],
  ['lingdao', '李建平', 'leader', '市人大常委会'],
  ['xitong', '杨涛', 'system_admin', '办公厅'],
  ['anquan', '何永强', 'security_admin', '办公厅'],
  ['shenji', '郭丽华', 'audit_admin', '办公厅'],
]
const demoDeputies: Readonly<Record<string, string>> = { 王敏: 'daibiao', 李华: 'lihua' }

/** The demo accounts, an account for every deputy, and a handler for every unit that suggestions go to. */
export function cityAccounts(deputies: readonly Deputy[], units: readonly Unit[]): Account[] {
  const staff = demo.map(([login, name, role, unit]): AccountSketch => {
    return { login, name, role, unitId: unitNamed(units, unit).id, deputyId: null, isDemo: true }
  })
  const handling = Object.keys(quotas).map((name) => unitNamed(units, name))
  return accountsOf('city', [...deputyAccounts(deputies, demoDeputies), ...staff, ...handlerAccounts(handling, staff)])
}
