import { COMMON_UNITS, type UnitDuties } from '#kernel/mining/contract.ts'

export interface KnownUnit {
  readonly id: string
  readonly name: string
  /** As this congress wrote them, words between marks or spaces; empty where it wrote none. */
  readonly duties: string
}

/** What a unit is there for: its declared duties, else those that units of its name have nearly everywhere; none where its name is rare. */
export function dutiesOf({ id, name, duties }: KnownUnit): UnitDuties {
  const declared = duties.split(/[\s、，,；;。]+/u).filter((word) => [...word].length >= 2)
  if (declared.length > 0) return { unitId: id, name, duties: [...new Set(declared)] }
  const stem = stemOf(name)
  const usual = [...stem].length < 2 ? undefined : COMMON_UNITS.find((it) => it.unitId.includes(stem) || it.name.includes(stem))
  return { unitId: id, name, duties: usual?.duties ?? [] }
}

/** 市住建局 → 住建, 清溪区教育局 → 教育. */
function stemOf(name: string): string {
  return name.replace(/^(?:.{0,4}?[省市区县镇乡])/u, '').replace(/(?:委员会|管理局|局|委|厅|办公室|办|中心|支队)$/u, '')
}
