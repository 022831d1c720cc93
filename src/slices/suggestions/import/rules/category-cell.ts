import { categoryName, codesNamed, isClass, isLiving, labelOf, type Category } from '#kernel/categories/contract.ts'

/** The code of a category that a cell names, or what is wrong with the name: all that are known, or the fields that a class is in. */
export function categoryIn(categories: readonly Category[], written: string): { code: string } | { sentence: string } {
  const [code, ...others] = codesNamed(categories, written)
  if (code === undefined) return { sentence: `类别只能写：${known(categories)}` }
  if (others.length === 0) return { code }
  const names = [code, ...others].map((one) => categoryName(labelOf(categories, one), 'zh-CN'))
  return { sentence: `几个大类都有这个小类，请写明是哪一个：${names.join('、')}` }
}

function known(categories: readonly Category[]): string {
  const living = categories.filter((it) => isLiving(categories, it.code))
  const names = (isWanted: (it: Category) => boolean) => [...new Set(living.filter(isWanted).map(({ zh }) => zh))].join('、')
  const classes = names(({ code }) => isClass(code))
  return `${names(({ code }) => !isClass(code))}${classes === '' ? '' : `；或小类：${classes}`}`
}
