import type { AddInput, Category, Dictionary, MoveInput, Names, RenameInput } from '../contract.ts'
import { fieldOf, isClass, isLiving, labelOf, namesOf, siblingsOf } from './reading.ts'

/** What an editor changes: the rows to write, and what is said of it. No rows: everything is so already. */
export interface Amendment {
  readonly rows: readonly Category[]
  readonly name: 'category.added' | 'category.renamed' | 'category.moved' | 'category.retired' | 'category.restored'
  readonly payload: Said
}

/** `before` of a rename, `to` of a move. */
export interface Said {
  readonly code: string
  readonly field: Names
  readonly class: Names | null
  readonly before?: Names
  readonly to?: MoveInput['to']
}

/** Why not; `path` is the field of the form that has to be mended. */
export interface Fault {
  readonly status: 404 | 409 | 422
  readonly code: string
  readonly sentence: string
  readonly path?: string
}

export type Decision = Amendment | Fault

/** A new one at the end of its siblings. Its code must never have been used, a living sibling must not be called so. */
export function add({ items }: Dictionary, { field, code: last, zh, en }: AddInput): Decision {
  if (field !== null && isClass(field)) return { status: 422, code: 'too-deep', sentence: '小类下面不能再分。', path: 'field' }
  if (field !== null && !items.some((it) => it.code === field)) return unknown
  if (field !== null && !isLiving(items, field)) return retiredField(items, field)
  const code = field === null ? last : `${field}.${last}`
  const taken = items.find((it) => it.code === code)
  if (taken) {
    const sentence = `代码 ${code} 已经用于“${taken.zh}”，用过的代码不能再用。请换一个。`
    return { status: 422, code: 'code-taken', sentence, path: 'code' }
  }
  const ordinal = Math.max(0, ...siblingsOf(items, code).map((it) => it.ordinal)) + 1
  const row = { code, zh, en, ordinal, retiredOn: null }
  return nameFault(items, row) ?? { rows: [row], name: 'category.added', payload: labelOf([...items, row], code) }
}

export function rename({ items }: Dictionary, code: string, { zh, en }: RenameInput): Decision {
  const it = items.find((one) => one.code === code)
  if (!it) return unknown
  const row = { ...it, zh, en }
  const payload = {
    ...labelOf(items, code),
    before: namesOf(it),
    ...(isClass(code) ? { class: { zh, en } } : { field: { zh, en } }),
  }
  const isSame = it.zh === zh && it.en === en
  const fault = it.retiredOn === null ? nameFault(items, row) : null
  return fault ?? { rows: isSame ? [] : [row], name: 'category.renamed', payload }
}

/** Changes places with the living neighbour; what stands at the end already stays there. */
export function move({ items }: Dictionary, code: string, { to }: MoveInput): Decision {
  const it = items.find((one) => one.code === code)
  if (!it) return unknown
  if (it.retiredOn !== null) return { status: 409, code: 'retired', sentence: `“${it.zh}”已经停用，不能排序。请先恢复使用。` }
  const row = siblingsOf(items, code).filter((one) => one.retiredOn === null)
  const other = row[row.indexOf(it) + (to === 'up' ? -1 : 1)]
  const rows = other
    ? [
        { ...it, ordinal: other.ordinal },
        { ...other, ordinal: it.ordinal },
      ]
    : []
  return { rows, name: 'category.moved', payload: { ...labelOf(items, code), to } }
}

/** No longer offered, with the classes of a field; something must stay to choose from. */
export function retire({ items }: Dictionary, code: string, today: string): Decision {
  const it = items.find((one) => one.code === code)
  if (!it) return unknown
  const isLast = !isClass(code) && siblingsOf(items, code).every((one) => one.code === code || one.retiredOn !== null)
  if (isLast)
    return {
      status: 409,
      code: 'last-field',
      sentence: `“${it.zh}”是最后一个在用的大类，停用以后代表就没有类别可选。请先新增别的大类。`,
    }
  const rows = it.retiredOn === null ? [{ ...it, retiredOn: today }] : []
  return { rows, name: 'category.retired', payload: labelOf(items, code) }
}

export function restore({ items }: Dictionary, code: string): Decision {
  const it = items.find((one) => one.code === code)
  if (!it) return unknown
  if (it.retiredOn === null) return { rows: [], name: 'category.restored', payload: labelOf(items, code) }
  if (isClass(code) && !isLiving(items, fieldOf(code))) return retiredField(items, fieldOf(code))
  const row = { ...it, retiredOn: null }
  const fault = nameFault(items, row)
  if (fault) return { ...fault, status: 409, sentence: `${fault.sentence}请先改名，再恢复使用。` }
  return { rows: [row], name: 'category.restored', payload: labelOf(items, code) }
}

/** Two of one name side by side could not be told apart when choosing. */
function nameFault(items: readonly Category[], row: Category): Fault | null {
  const others = siblingsOf(items, row.code).filter((it) => it.code !== row.code && it.retiredOn === null)
  const says = (path: 'zh' | 'en', name: string): Fault => {
    return { status: 422, code: 'name-taken', sentence: `同一级已有在用的“${name}”，请换一个名称。`, path }
  }
  if (others.some((it) => it.zh === row.zh)) return says('zh', row.zh)
  return others.some((it) => it.en.toLowerCase() === row.en.toLowerCase()) ? says('en', row.en) : null
}

const unknown: Fault = { status: 404, code: 'not-found', sentence: '没有找到这个类别。请刷新后再试。' }

function retiredField(items: readonly Category[], field: string): Fault {
  const { zh } = labelOf(items, field).field
  return { status: 409, code: 'field-retired', sentence: `大类“${zh}”已经停用，请先恢复这个大类。` }
}
